/** How movements begin and end. */

export const transitionSeconds = 0.45;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

/** From 0 to 1 between `from` and `from + length`. */
export const progress = (seconds: number, from: number, length: number) => clamp((seconds - from) / length);
export const easeOut = (part: number) => 1 - (1 - part) ** 4;
export const easeInOut = (part: number) => (part < 0.5 ? 4 * part ** 3 : 1 - (2 - 2 * part) ** 3 / 2);
/** Overshoots a little, like a stamp. */
export const pop = (part: number) => (part <= 0 ? 0 : 1 + 1.9 * (part - 1) ** 3 + 0.9 * (part - 1) ** 2);
