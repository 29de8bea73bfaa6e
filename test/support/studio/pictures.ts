/** Photos made by code: plain and difficult ones, with and without metadata. */
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

type Paint = (ctx: SKRSContext2D, width: number, height: number) => void;

function picture(width: number, height: number, paint: Paint): Buffer {
  const canvas = createCanvas(width, height);
  paint(canvas.getContext('2d'), width, height);
  return canvas.toBuffer('image/png');
}

function backdrop(ctx: SKRSContext2D, width: number, height: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, width, height);
  const shade = ctx.createLinearGradient(0, 0, 0, height);
  shade.addColorStop(0, 'rgba(0,0,0,0.05)');
  shade.addColorStop(1, 'rgba(0,0,0,0)');
  ctx.fillStyle = shade;
  ctx.fillRect(0, 0, width, height);
}

function bottle(ctx: SKRSContext2D, width: number, height: number, glass: string): void {
  ctx.fillStyle = glass;
  ctx.beginPath();
  ctx.roundRect(width * 0.33, height * 0.32, width * 0.34, height * 0.55, width * 0.04);
  ctx.fill();
  ctx.beginPath();
  ctx.moveTo(width * 0.36, height * 0.36);
  ctx.quadraticCurveTo(width * 0.44, height * 0.28, width * 0.44, height * 0.2);
  ctx.lineTo(width * 0.56, height * 0.2);
  ctx.quadraticCurveTo(width * 0.56, height * 0.28, width * 0.64, height * 0.36);
  ctx.fill();
  ctx.fillStyle = '#20201f';
  ctx.fillRect(width * 0.43, height * 0.13, width * 0.14, height * 0.09);
  ctx.fillStyle = '#e9c46a';
  ctx.fillRect(width * 0.37, height * 0.5, width * 0.26, height * 0.25);
  ctx.fillStyle = '#3b2417';
  for (let row = 0; row < 4; row += 1)
    ctx.fillRect(width * 0.41, height * (0.55 + row * 0.045), width * (0.18 - row * 0.02), height * 0.012);
}

/** A dark red bottle on a plain light backdrop: what a seller takes at the window. */
export const plainBottle = (width = 1_200, height = 1_600) =>
  picture(width, height, (ctx) => {
    backdrop(ctx, width, height, '#e6e1d8');
    ctx.save();
    ctx.filter = `blur(${width * 0.015}px)`;
    ctx.fillStyle = 'rgba(60,50,40,0.35)';
    ctx.beginPath();
    ctx.ellipse(width * 0.51, height * 0.87, width * 0.2, height * 0.018, 0, 0, 7);
    ctx.fill();
    ctx.restore();
    bottle(ctx, width, height, '#7b2d1a');
  });

function shoe(ctx: SKRSContext2D, width: number, height: number): void {
  ctx.fillStyle = '#14418b';
  ctx.beginPath();
  ctx.moveTo(width * 0.15, height * 0.72);
  ctx.lineTo(width * 0.16, height * 0.36);
  ctx.quadraticCurveTo(width * 0.24, height * 0.3, width * 0.34, height * 0.36);
  ctx.quadraticCurveTo(width * 0.46, height * 0.56, width * 0.72, height * 0.57);
  ctx.quadraticCurveTo(width * 0.88, height * 0.6, width * 0.88, height * 0.72);
  ctx.fill();
  ctx.fillStyle = '#d9811a';
  ctx.fillRect(width * 0.13, height * 0.7, width * 0.76, height * 0.08);
}

/** A wide blue shoe-like thing. */
export const wideProduct = (width = 1_600, height = 1_100) =>
  picture(width, height, (ctx) => {
    backdrop(ctx, width, height, '#f1f1f0');
    shoe(ctx, width, height);
  });

export const whiteOnWhite = (width = 1_200, height = 1_200) =>
  picture(width, height, (ctx) => {
    backdrop(ctx, width, height, '#f4f4f3');
    ctx.fillStyle = '#f7f7f6';
    ctx.beginPath();
    ctx.roundRect(width * 0.3, height * 0.25, width * 0.4, height * 0.5, 80);
    ctx.fill();
    ctx.fillStyle = 'rgba(0,0,0,0.06)';
    ctx.fillRect(width * 0.3, height * 0.7, width * 0.4, height * 0.05);
  });

/** Hundreds of coloured patches: nothing that could be cut out. */
export const busyScene = (width = 1_400, height = 1_000) =>
  picture(width, height, (ctx) => {
    let state = 1;
    const next = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    for (let index = 0; index < 1_400; index += 1) {
      ctx.fillStyle = `hsl(${Math.floor(next() * 360)} ${Math.floor(30 + next() * 50)}% ${Math.floor(20 + next() * 60)}%)`;
      ctx.fillRect(next() * width - 60, next() * height - 60, 40 + next() * 120, 40 + next() * 120);
    }
    ctx.fillStyle = '#b0301c';
    ctx.beginPath();
    ctx.ellipse(width / 2, height / 2, width * 0.2, height * 0.3, 0, 0, 7);
    ctx.fill();
  });

function mug(ctx: SKRSContext2D, width: number, height: number): void {
  ctx.strokeStyle = '#2b5d4a';
  ctx.lineWidth = width * 0.045;
  ctx.beginPath();
  ctx.ellipse(width * 0.66, height * 0.5, width * 0.12, height * 0.16, 0, 0, 7);
  ctx.stroke();
  ctx.fillStyle = '#2b5d4a';
  ctx.beginPath();
  ctx.roundRect(width * 0.28, height * 0.25, width * 0.36, height * 0.5, 40);
  ctx.fill();
}

/** A mug whose handle lets the backdrop show through. */
export const mugWithHandle = (width = 1_400, height = 1_200) =>
  picture(width, height, (ctx) => {
    ctx.fillStyle = '#dfe3e6';
    ctx.fillRect(0, 0, width, height);
    mug(ctx, width, height);
  });

/** A pail with a handle of wire, a few pixels thick. */
function pail(ctx: SKRSContext2D, width: number, height: number): void {
  ctx.fillStyle = '#1d3b36';
  ctx.beginPath();
  ctx.moveTo(width * 0.24, height * 0.4);
  ctx.lineTo(width * 0.76, height * 0.4);
  ctx.lineTo(width * 0.68, height * 0.84);
  ctx.lineTo(width * 0.32, height * 0.84);
  ctx.fill();
  ctx.strokeStyle = '#1d3b36';
  ctx.lineWidth = 6;
  ctx.beginPath();
  ctx.moveTo(width * 0.26, height * 0.41);
  ctx.quadraticCurveTo(width * 0.5, height * 0.04, width * 0.74, height * 0.41);
  ctx.stroke();
}

/** Products with and without the backdrop they stand before: what is not transparent in the second is the mask of the first. */
export const masked = {
  bottle: { photo: plainBottle, alone: () => freeBottle() },
  shoe: { photo: () => wideProduct(), alone: () => picture(1_600, 1_100, shoe) },
  mug: { photo: () => mugWithHandle(), alone: () => picture(1_400, 1_200, mug) },
  pail: {
    photo: () =>
      picture(1_300, 1_500, (ctx, width, height) => {
        backdrop(ctx, width, height, '#e9e7e2');
        pail(ctx, width, height);
      }),
    alone: () => picture(1_300, 1_500, pail),
  },
} as const;

/** The bottle alone, everything else transparent. */
export const freeBottle = (width = 1_200, height = 1_600) =>
  picture(width, height, (ctx) => bottle(ctx, width, height, '#7b2d1a'));

/** Left half red, right half blue: shows which way up a photo is. */
export const twoHalves = (width = 900, height = 600) =>
  picture(width, height, (ctx) => {
    ctx.fillStyle = '#c81e1e';
    ctx.fillRect(0, 0, width / 2, height);
    ctx.fillStyle = '#1e3cc8';
    ctx.fillRect(width / 2, 0, width / 2, height);
  });

/** Logos: dark and light on nothing, long, and one that is a rectangle of its own. */
export const logos = {
  'dark wordmark': () =>
    picture(640, 220, (ctx) => {
      ctx.fillStyle = '#123a5a';
      ctx.beginPath();
      ctx.arc(110, 110, 70, 0, 2 * Math.PI);
      ctx.fill();
      for (let letter = 0; letter < 5; letter += 1) ctx.fillRect(220 + letter * 76, 60, 48, 100);
    }),
  'white wordmark': () =>
    picture(900, 160, (ctx) => {
      ctx.fillStyle = '#ffffff';
      for (let letter = 0; letter < 10; letter += 1) ctx.fillRect(20 + letter * 86, 20, 56, 120);
    }),
  'square on white': () =>
    picture(500, 500, (ctx) => {
      ctx.fillStyle = '#ffffff';
      ctx.fillRect(0, 0, 500, 500);
      ctx.fillStyle = '#d92b2b';
      ctx.beginPath();
      ctx.arc(250, 250, 180, 0, 2 * Math.PI);
      ctx.fill();
    }),
} as const;

/** A white jar on a white backdrop, told from it by soft shading alone: it takes on the tint of a panel. */
export const paleJar = (width = 1_400, height = 1_600) =>
  picture(width, height, (ctx) => {
    ctx.fillStyle = '#f6f6f5';
    ctx.fillRect(0, 0, width, height);
    ctx.save();
    ctx.filter = `blur(${width * 0.02}px)`;
    ctx.fillStyle = 'rgba(70,70,80,0.3)';
    ctx.beginPath();
    ctx.ellipse(width * 0.52, height * 0.805, width * 0.27, height * 0.022, 0, 0, 7);
    ctx.fill();
    ctx.restore();
    const body = ctx.createLinearGradient(width * 0.25, 0, width * 0.75, 0);
    for (const [at, grey] of [
      [0, 214],
      [0.16, 238],
      [0.34, 250],
      [0.62, 246],
      [0.86, 228],
      [1, 205],
    ] as const)
      body.addColorStop(at, `rgb(${grey},${grey},${grey - 2})`);
    ctx.fillStyle = body;
    ctx.beginPath();
    ctx.roundRect(width * 0.26, height * 0.38, width * 0.48, height * 0.43, width * 0.06);
    ctx.fill();
    ctx.beginPath();
    ctx.roundRect(width * 0.24, height * 0.24, width * 0.52, height * 0.15, width * 0.02);
    ctx.fill();
    ctx.fillStyle = 'rgba(120,120,125,0.25)';
    ctx.fillRect(width * 0.26, height * 0.388, width * 0.48, height * 0.006);
    ctx.fillStyle = '#3d4a45';
    ctx.fillRect(width * 0.38, height * 0.53, width * 0.24, height * 0.02);
    ctx.fillStyle = '#8c9a8f';
    for (let row = 0; row < 3; row += 1)
      ctx.fillRect(width * (0.42 - row * 0.01), height * (0.575 + row * 0.025), width * (0.16 + row * 0.02), height * 0.009);
  });

/** A lamp-lit table before hills at dusk: everything from edge to edge belongs to the picture. */
export const sceneAtDusk = (width = 1_500, height = 1_200) =>
  picture(width, height, (ctx) => {
    const sky = ctx.createLinearGradient(0, 0, 0, height * 0.7);
    sky.addColorStop(0, '#27355c');
    sky.addColorStop(0.55, '#b4677a');
    sky.addColorStop(1, '#f3b56f');
    ctx.fillStyle = sky;
    ctx.fillRect(0, 0, width, height);
    ctx.fillStyle = '#ffe3ab';
    ctx.beginPath();
    ctx.arc(width * 0.22, height * 0.42, width * 0.055, 0, 7);
    ctx.fill();
    for (const [level, colour] of [
      [0.46, '#7a5570'],
      [0.54, '#4f4263'],
      [0.62, '#2f3150'],
    ] as const) {
      ctx.fillStyle = colour;
      ctx.beginPath();
      ctx.moveTo(0, height);
      for (let x = 0; x <= width; x += 10)
        ctx.lineTo(x, height * (level + 0.045 * Math.sin(x / (90 + level * 200)) + 0.02 * Math.sin(x / 37)));
      ctx.lineTo(width, height);
      ctx.fill();
    }
    const table = ctx.createLinearGradient(0, height * 0.78, 0, height);
    table.addColorStop(0, '#8a5a35');
    table.addColorStop(1, '#4a2c1a');
    ctx.fillStyle = table;
    ctx.fillRect(0, height * 0.78, width, height * 0.22);
    ctx.save();
    ctx.translate(width * 0.5 - height * 0.42, height * 0.1);
    bottle(ctx, height * 0.84, height * 0.84, '#27604f');
    ctx.restore();
  });
