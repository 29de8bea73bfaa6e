/** The words of a film as captions (SubRip), for people and programs that read them beside it. No input, no output. */
import type { Recipe } from '../recipe.ts';
import { type FilmScene, planScenes } from './timeline.ts';

/** Empty where the film shows no words at all. */
export function captionsOf(recipe: Pick<Recipe, 'copy' | 'look' | 'brand'>, seconds: number): string {
  const spoken = planScenes(recipe, seconds).flatMap((scene) => {
    const lines = linesOf(scene, recipe);
    return lines.length > 0 ? [{ scene, lines }] : [];
  });
  return spoken
    .map(({ scene, lines }, index) => {
      const times = `${clock(scene.from)} --> ${clock(scene.from + scene.seconds)}`;
      return `${index + 1}\n${times}\n${lines.join('\n')}\n`;
    })
    .join('\n');
}

function linesOf({ name, statement }: FilmScene, { copy, brand }: Pick<Recipe, 'copy' | 'brand'>): string[] {
  switch (name) {
    case 'hook':
      return [copy.headline].filter(Boolean);
    case 'proof':
    case 'detail':
      return [statement].filter(Boolean);
    case 'offer':
      return [copy.price].filter(Boolean);
    case 'end':
      return [copy.headline, [copy.price, copy.button, brand.webAddress].filter(Boolean).join(' · '), copy.smallPrint].filter(
        Boolean,
      );
  }
}

/** `00:00:02,500` */
function clock(seconds: number): string {
  const ms = Math.round(seconds * 1_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1_000) % 60)},${String(ms % 1_000).padStart(3, '0')}`;
}
