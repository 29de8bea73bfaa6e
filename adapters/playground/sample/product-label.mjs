/** The printed label of the invented brand, drawn on a canvas. */
import * as THREE from 'three';

const labelSize = { width: 2048, height: 1500 };

function drawMountains(ctx, cx, y, ink) {
  ctx.strokeStyle = ink;
  ctx.lineWidth = 7;
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  ctx.beginPath();
  ctx.moveTo(cx - 190, y);
  ctx.lineTo(cx - 95, y - 120);
  ctx.lineTo(cx - 45, y - 62);
  ctx.lineTo(cx + 40, y - 175);
  ctx.lineTo(cx + 190, y);
  ctx.stroke();
  for (let row = 0; row < 3; row += 1) {
    ctx.beginPath();
    for (let x = -150 + row * 38; x <= 150 - row * 38; x += 6) ctx.lineTo(cx + x, y + 34 + row * 26 + Math.sin(x / 17) * 5);
    ctx.stroke();
  }
  ctx.fillStyle = '#b5502a';
  ctx.beginPath();
  ctx.arc(cx + 118, y - 168, 34, 0, Math.PI * 2);
  ctx.fill();
}

export function labelTexture() {
  const canvas = document.createElement('canvas');
  canvas.width = labelSize.width;
  canvas.height = labelSize.height;
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#efe6d3';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  const cx = canvas.width / 2;
  const ink = '#2b201a';
  ctx.textAlign = 'center';
  ctx.fillStyle = ink;
  drawMountains(ctx, cx, 430, ink);
  ctx.fillStyle = '#a8431f';
  ctx.font = '700 270px "Label Serif"';
  ctx.letterSpacing = '8px';
  ctx.fillText('Fjord', cx, 830);
  ctx.fillStyle = ink;
  ctx.font = '600 60px "Label Sans"';
  ctx.letterSpacing = '10px';
  ctx.fillText('COLD BREW COFFEE', cx + 5, 960);
  ctx.fillStyle = '#b5502a';
  ctx.fillRect(cx - 60, 1022, 120, 7);
  ctx.fillStyle = ink;
  ctx.font = '400 46px "Label Sans"';
  ctx.letterSpacing = '2px';
  ctx.fillText('Steeped for eighteen hours', cx, 1110);
  ctx.fillText('330 ml', cx, 1176);
  ctx.strokeStyle = ink;
  ctx.lineWidth = 4;
  ctx.strokeRect(cx - 520, 80, 1040, labelSize.height - 240);
  const texture = new THREE.CanvasTexture(canvas);
  texture.colorSpace = THREE.SRGBColorSpace;
  texture.anisotropy = 16;
  return texture;
}
