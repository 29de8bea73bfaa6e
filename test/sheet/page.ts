/** The page that shows all sheets, one under another. */
import type { LookId, Route } from '../../src/generation/recipe.ts';

export type SheetPicture = { look: LookId; route: Route; file: string };

export const pageOf = (pictures: readonly SheetPicture[]): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>All looks</title>
<style>body{font:16px system-ui;margin:2rem;background:#e9e9e7;color:#1b1b1b}img{max-width:100%;height:auto}</style>
<h1>All looks</h1>
${pictures
  .map(({ look, route, file }) => `<h2>${look}, ${route}</h2>\n<img src="${file}" alt="${look}, ${route}" loading="lazy">`)
  .join('\n')}
</html>
`;
