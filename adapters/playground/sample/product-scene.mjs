/** The scene of the sample photo: an amber bottle on a softly lit sweep, accumulated over many lens, light and pixel samples. */
import * as THREE from 'three';
import { labelTexture } from './product-label.mjs';

const panel = (width, height, strength, position, tint = 0xffffff) => {
  const mesh = new THREE.Mesh(
    new THREE.PlaneGeometry(width, height),
    new THREE.MeshBasicMaterial({ color: new THREE.Color(tint).multiplyScalar(strength), side: THREE.DoubleSide }),
  );
  mesh.position.set(...position);
  mesh.lookAt(0, 0, 0);
  return mesh;
};

/** What the glossy glass mirrors: two softboxes, a bright sweep, a dark room behind the camera. */
function studioRoom() {
  const room = new THREE.Scene();
  const walls = new THREE.Mesh(
    new THREE.BoxGeometry(14, 9, 14),
    new THREE.MeshBasicMaterial({ color: new THREE.Color(0.16, 0.15, 0.14), side: THREE.BackSide }),
  );
  walls.position.y = 2.4;
  room.add(walls);
  room.add(panel(1.35, 5.2, 8, [-4.4, 0.9, 2.1], 0xfff3e2));
  room.add(panel(0.6, 4.6, 4.6, [4.8, 0.7, 0.4], 0xeaf2ff));
  room.add(panel(5, 2.6, 2.4, [0, 6.4, 0.5]));
  const floor = panel(12, 12, 0.62, [0, -1.7, 0], 0xe7dfd3);
  room.add(floor);
  return room;
}

const profile = (points) => new THREE.SplineCurve(points.map(([x, y]) => new THREE.Vector2(x, y))).getPoints(160);

function bottle(environment) {
  const group = new THREE.Group();
  const outline = [
    new THREE.Vector2(0.001, 0.03),
    new THREE.Vector2(0.3, 0.012),
    ...profile([
      [0.385, 0.0],
      [0.418, 0.012],
      [0.432, 0.05],
      [0.435, 0.12],
    ]),
    ...profile([
      [0.435, 0.14],
      [0.436, 0.7],
      [0.435, 1.3],
    ]),
    ...profile([
      [0.435, 1.32],
      [0.425, 1.43],
      [0.375, 1.545],
      [0.28, 1.64],
      [0.2, 1.735],
      [0.168, 1.83],
      [0.162, 1.92],
    ]),
    ...profile([
      [0.165, 1.93],
      [0.192, 1.945],
      [0.196, 1.975],
      [0.168, 1.992],
    ]),
    new THREE.Vector2(0.16, 2.0),
    new THREE.Vector2(0.16, 2.12),
  ];
  const glass = new THREE.MeshPhysicalMaterial({
    color: 0x3a1406,
    roughness: 0.07,
    metalness: 0,
    ior: 1.52,
    clearcoat: 1,
    clearcoatRoughness: 0.03,
    envMap: environment,
    envMapIntensity: 1,
  });
  glass.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying float vHeight;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nvHeight = position.y;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying float vHeight;')
      .replace(
        '#include <emissivemap_fragment>',
        `#include <emissivemap_fragment>
        float facing = abs(dot(normalize(vViewPosition), normal));
        float filled = smoothstep(1.672, 1.66, vHeight);
        float thin = pow(1.0 - facing, 2.2);
        vec3 amber = vec3(0.62, 0.17, 0.018);
        float lit = 0.72 + 0.28 * normal.x * -1.0;
        totalEmissiveRadiance += amber * lit * mix(0.34 + 0.28 * facing, 0.035 + 0.42 * thin * (1.0 - thin * 0.55), filled);
        totalEmissiveRadiance += vec3(0.5, 0.2, 0.05) * 0.2 * smoothstep(0.012, 0.0, abs(vHeight - 1.666));`,
      )
      // Lamps are points here and would mirror as dots: the softboxes of the room are what shines.
      .replace(
        '#include <lights_fragment_end>',
        `#include <lights_fragment_end>
        reflectedLight.directSpecular = vec3(0.0);
        clearcoatSpecularDirect = vec3(0.0);`,
      );
  };
  group.add(new THREE.Mesh(new THREE.LatheGeometry(outline, 256), glass));
  const cap = new THREE.Mesh(
    new THREE.LatheGeometry(
      [
        new THREE.Vector2(0.001, 2.31),
        new THREE.Vector2(0.185, 2.31),
        ...profile([
          [0.19, 2.31],
          [0.206, 2.304],
          [0.21, 2.288],
        ]),
        new THREE.Vector2(0.212, 2.04),
        new THREE.Vector2(0.212, 2.035),
        new THREE.Vector2(0.19, 2.03),
      ].reverse(),
      256,
    ),
    new THREE.MeshPhysicalMaterial({ color: 0x17130f, roughness: 0.42, envMap: environment, envMapIntensity: 0.9 }),
  );
  const knurl = document.createElement('canvas');
  knurl.width = 2048;
  knurl.height = 4;
  const ctx = knurl.getContext('2d');
  for (let x = 0; x < 2048; x += 1) {
    const value = Math.round(128 + 110 * Math.sin((x / 2048) * Math.PI * 2 * 96));
    ctx.fillStyle = `rgb(${value},${value},${value})`;
    ctx.fillRect(x, 0, 1, 4);
  }
  cap.material.bumpMap = new THREE.CanvasTexture(knurl);
  cap.material.bumpScale = 1.6;
  group.add(cap);
  const arc = 2.2;
  const label = new THREE.Mesh(
    new THREE.CylinderGeometry(0.4385, 0.4385, 0.9, 256, 1, true, -arc / 2, arc),
    new THREE.MeshPhysicalMaterial({ map: labelTexture(), roughness: 0.82, envMap: environment, envMapIntensity: 0.6 }),
  );
  label.position.y = 0.68;
  group.add(label);
  group.traverse((part) => {
    part.castShadow = true;
    part.receiveShadow = true;
  });
  group.rotation.y = 0.06;
  return group;
}

function sweep() {
  const points = [];
  for (let z = 5; z > -2.2; z -= 0.2) points.push([z, 0]);
  for (let step = 0; step <= 40; step += 1) {
    const angle = (step / 40) * (Math.PI / 2);
    points.push([-2.2 - Math.sin(angle) * 2.2, 2.2 - Math.cos(angle) * 2.2]);
  }
  points.push([-4.4, 9]);
  const geometry = new THREE.BufferGeometry();
  const positions = [];
  const index = [];
  points.forEach(([z, y], row) => {
    positions.push(-9, y, z, 9, y, z);
    if (row > 0) index.push(row * 2 - 2, row * 2 - 1, row * 2, row * 2, row * 2 - 1, row * 2 + 1);
  });
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(positions, 3));
  geometry.setIndex(index);
  geometry.computeVertexNormals();
  const mesh = new THREE.Mesh(
    geometry,
    new THREE.MeshStandardMaterial({ color: 0xe3dccf, roughness: 0.95, side: THREE.DoubleSide }),
  );
  mesh.receiveShadow = true;
  return mesh;
}

/** Points that fill the unit square evenly, however many are taken. */
const spread = (index, first, second) => [(0.5 + index * first) % 1, (0.5 + index * second) % 1];

function lamp(scene, strength, tint, softness) {
  const light = new THREE.DirectionalLight(tint, strength);
  light.castShadow = true;
  light.shadow.mapSize.set(2048, 2048);
  Object.assign(light.shadow.camera, { left: -2.6, right: 2.6, top: 2.8, bottom: -2.2, near: 0.5, far: 16 });
  light.shadow.bias = -0.0004;
  light.shadow.normalBias = 0.006;
  light.shadow.radius = softness;
  light.target.position.set(0, 0.9, 0);
  scene.add(light, light.target);
  return light;
}

const full = `varying vec2 vUv; void main() { vUv = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }`;

function screen(fragmentShader, uniforms) {
  const material = new THREE.ShaderMaterial({
    vertexShader: full,
    fragmentShader,
    uniforms,
    depthTest: false,
    depthWrite: false,
  });
  const scene = new THREE.Scene();
  const mesh = new THREE.Mesh(new THREE.PlaneGeometry(2, 2), material);
  mesh.frustumCulled = false;
  scene.add(mesh);
  return { scene, material };
}

window.renderProduct = async ({ width, height, samples }) => {
  await document.fonts.load('700 40px "Label Serif"');
  await document.fonts.load('600 40px "Label Sans"');
  await document.fonts.load('400 40px "Label Sans"');
  const renderer = new THREE.WebGLRenderer({ antialias: false, preserveDrawingBuffer: true });
  renderer.setSize(width, height, false);
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = THREE.PCFShadowMap;
  renderer.toneMapping = THREE.NoToneMapping;
  const environment = new THREE.PMREMGenerator(renderer).fromScene(studioRoom(), 0, 0.1, 40, { size: 512 }).texture;
  const scene = new THREE.Scene();
  scene.add(sweep(), bottle(environment));
  const key = lamp(scene, 2.1, 0xfff1e0, 2);
  const sky = lamp(scene, 1.75, 0xf4f6ff, 3);
  scene.add(new THREE.HemisphereLight(0xffffff, 0xd8c8b4, 0.42));
  const camera = new THREE.PerspectiveCamera(19, width / height, 0.1, 60);
  const options = { type: THREE.FloatType, minFilter: THREE.NearestFilter, magFilter: THREE.NearestFilter };
  const frame = new THREE.WebGLRenderTarget(width, height, options);
  let sum = new THREE.WebGLRenderTarget(width, height, { ...options, depthBuffer: false });
  let next = new THREE.WebGLRenderTarget(width, height, { ...options, depthBuffer: false });
  const add = screen(
    `uniform sampler2D a; uniform sampler2D b; uniform float part; varying vec2 vUv;
    void main() { gl_FragColor = mix(texture2D(a, vUv), texture2D(b, vUv), part); }`,
    { a: {}, b: {}, part: { value: 1 } },
  );
  const develop = screen(
    `uniform sampler2D a; varying vec2 vUv;
    vec3 film(vec3 x) { x = max(vec3(0.0), x * 1.2); return clamp((x * (2.51 * x + 0.03)) / (x * (2.43 * x + 0.59) + 0.14), 0.0, 1.0); }
    void main() {
      vec3 c = mix(film(texture2D(a, vUv).rgb * 0.78), clamp(texture2D(a, vUv).rgb, 0.0, 1.0), 0.35);
      float far = length((vUv - vec2(0.5, 0.52)) * vec2(0.8, 1.0));
      c *= 1.0 - 0.13 * smoothstep(0.3, 0.85, far);
      vec3 s = mix(c * 12.92, 1.055 * pow(max(c, vec3(0.0)), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c));
      gl_FragColor = vec4(s, 1.0);
    }`,
    { a: {} },
  );
  const flat = new THREE.OrthographicCamera(-1, 1, 1, -1, 0, 1);
  for (let index = 0; index < samples; index += 1) {
    const [kx, ky] = spread(index, 0.7548776662, 0.569840291);
    const [hx, hy] = spread(index, 0.8191725134, 0.6710436067);
    const [lx, ly] = spread(index, 0.3819660113, 0.7236067977);
    key.position.set(-3.4 + (kx - 0.5) * 3, 7 + (ky - 0.5) * 2.4, 3.8 + (kx - ky) * 1.6);
    const angle = hx * Math.PI * 2;
    const rise = 0.22 + 0.78 * Math.sqrt(hy);
    const flatness = Math.sqrt(1 - rise * rise);
    sky.position.set(Math.cos(angle) * flatness * 7, 0.9 + rise * 7, Math.sin(angle) * flatness * 7 + 1);
    const lens = 0.02 * Math.sqrt(lx);
    const eye = new THREE.Vector3(0.05 + Math.cos(ly * 6.2832) * lens, 1.62 + Math.sin(ly * 6.2832) * lens, 9.6);
    camera.position.copy(eye);
    camera.lookAt(0.0, 1.1, 0.36);
    camera.setViewOffset(width, height, kx - 0.5, hy - 0.5, width, height);
    renderer.setRenderTarget(frame);
    renderer.setClearColor(0xd9d2c6);
    renderer.clear();
    renderer.render(scene, camera);
    add.material.uniforms.a.value = sum.texture;
    add.material.uniforms.b.value = frame.texture;
    add.material.uniforms.part.value = 1 / (index + 1);
    renderer.setRenderTarget(next);
    renderer.render(add.scene, flat);
    [sum, next] = [next, sum];
    if (index % 8 === 7) await new Promise((resolve) => setTimeout(resolve));
  }
  develop.material.uniforms.a.value = sum.texture;
  renderer.setRenderTarget(null);
  renderer.render(develop.scene, flat);
  return renderer.domElement.toDataURL('image/png');
};
