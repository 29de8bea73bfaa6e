import { createSandbox } from '/work/main/adapters/sandbox/create-sandbox.ts';
import { createStudio } from '/work/main/adapters/studio/studio.ts';
import { studioRuntime } from '/work/main/adapters/studio/runtime.ts';
import { readFileSync } from 'node:fs';
const log = { debug: (m:any,f:any)=>console.log('D',m,f), info:(m:any,f:any)=>console.log('I',m,f), warn:(m:any,f:any)=>console.log('W',m,f), error:(m:any,f:any)=>console.log('E',m,f) };
const s = createSandbox({ runtime: studioRuntime, log, searchPath: process.env.PATH! });
let t=performance.now();
console.log(await s.level(), performance.now()-t);
const studio = createStudio({ sandbox: s, log });
import sharp from 'sharp';
for (const fmt of ['jpeg','png','avif','tiff','webp'] as const) {
  for (const [w,h] of [[4000,3000],[9000,6600]]) {
    const noise = await sharp({create:{width:w!,height:h!,channels:3,background:'#ddd', noise:{type:'gaussian',mean:128,sigma:20}} as any}).toFormat(fmt, fmt==='avif'?{effort:0}:{}).toBuffer();
    t=performance.now();
    const r: any = await studio.preparePhoto((async function*(){ yield noise })(), AbortSignal.timeout(60000)).catch((e:any)=>({err:e.code, cause:e.cause?.message}));
    console.log(fmt, w,h, (noise.length/1e6).toFixed(1),'MB', Math.round(performance.now()-t),'ms', r.ok, r.problem, r.err, r.cause);
  }
}
await s.close();
