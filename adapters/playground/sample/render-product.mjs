/** Renders the sample product photo once: `node adapters/playground/sample/render-product.mjs [width] [samples]`. The picture is committed; this is how it was made. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const packageFrom = createRequire(import.meta.url);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function fontFace(family, weight, file) {
  const data = await readFile(packageFrom.resolve(file));
  return `@font-face { font-family: "${family}"; font-weight: ${weight}; src: url(data:font/woff2;base64,${data.toString('base64')}); }`;
}

const width = Number(process.argv[2] ?? 2250);
const samples = Number(process.argv[3] ?? 96);
const height = Math.round((width * 4) / 3);
const bundled = await build({
  entryPoints: [here('product-scene.mjs')],
  bundle: true,
  write: false,
  format: 'iife',
  logLevel: 'error',
});
const faces = await Promise.all([
  fontFace('Label Serif', 700, '@fontsource/playfair-display/files/playfair-display-latin-700-normal.woff2'),
  fontFace('Label Sans', 400, '@fontsource/inter/files/inter-latin-400-normal.woff2'),
  fontFace('Label Sans', 600, '@fontsource/inter/files/inter-latin-600-normal.woff2'),
]);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--use-gl=angle', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'],
});
const page = await browser.newPage();
page.on('pageerror', (error) => process.stderr.write(`${error}\n`));
page.on('console', (message) => process.stderr.write(`${message.text()}\n`));
await page.setContent(`<style>${faces.join('')}</style><body></body>`);
await page.addScriptTag({ content: bundled.outputFiles[0].text });
const url = await page.evaluate((options) => window.renderProduct(options), { width, height, samples });
await browser.close();

/** A lens is never as sharp, and a sensor never as clean, as a computer's picture. */
const noise = await sharp({
  create: { width: 3000, height: 4000, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 5 } },
})
  .greyscale()
  .blur(0.6)
  .toColourspace('srgb')
  .png()
  .toBuffer();
await sharp(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  .removeAlpha()
  .resize(3000, 4000, { kernel: 'lanczos3' })
  .composite([{ input: noise, blend: 'soft-light' }])
  .jpeg({ quality: 86, chromaSubsampling: '4:2:0', mozjpeg: true })
  .toFile(here('product.jpg'));
