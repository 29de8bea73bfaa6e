/** The one stylesheet: system fonts, light and dark, phone first. Its address changes with its content, so that browsers may keep it. */
import { createHash } from 'node:crypto';

export const style = `
:root{color-scheme:light dark;--ground:#fbfaf8;--card:#fff;--ink:#1c1b1a;--soft:#5f5b57;--line:#e3dfda;--accent:#1f5f4a;--on-accent:#fff;--danger:#a3261b;--problem:#fbe9e7;--done:#e4f1ea;--shade:0 1px 2px rgb(0 0 0/.06),0 6px 20px rgb(0 0 0/.05)}
@media (prefers-color-scheme:dark){:root{--ground:#161514;--card:#211f1e;--ink:#f1eeea;--soft:#b3ada6;--line:#3a3734;--accent:#7fd0b0;--on-accent:#0c2a20;--danger:#ff9d92;--problem:#43211e;--done:#1d362c;--shade:none}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:.25rem}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.5rem 1rem;z-index:1}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;padding:.75rem 1rem;background:var(--card);border-bottom:1px solid var(--line)}
.name{font-weight:700;letter-spacing:-.01em;color:var(--ink);text-decoration:none;font-size:1.1rem;padding:.5rem 0}
nav{order:3;width:100%}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem;margin:0;padding:0}
nav a{display:block;padding:.5rem .6rem;font-size:.95rem;border-radius:.5rem;color:var(--soft);text-decoration:none;min-height:2.75rem;line-height:1.75rem}
nav a:hover{color:var(--ink)}
nav a[aria-current]{background:var(--ground);color:var(--ink);font-weight:600}
.out{margin-left:auto}
main{flex:1;width:100%;max-width:72rem;margin:0 auto;padding:1.5rem 1rem 3rem}
main.narrow{max-width:28rem}
h1{font-size:1.75rem;line-height:1.2;letter-spacing:-.02em;margin:.5rem 0 1rem}
h2{font-size:1.15rem;line-height:1.3;margin:2rem 0 .5rem}
p{margin:0 0 .75rem;max-width:44rem;overflow-wrap:anywhere}
.fine,.hint{color:var(--soft);font-size:.9rem}
.hint{margin:.35rem 0 0}
.problem,.done{padding:.75rem 1rem;border-radius:.5rem;border-left:4px solid}
.problem{background:var(--problem);border-color:var(--danger)}
.done{background:var(--done);border-color:var(--accent)}
.card{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem;margin:0 0 1rem;box-shadow:var(--shade);max-width:44rem}
.card h2{margin-top:0}
.card>:last-child{margin-bottom:0}
.narrow .card{padding:1.5rem}
.field{margin:0 0 1rem}
label{display:block;font-weight:600;margin-bottom:.35rem}
input:not([type=hidden]):not([type=radio]),select{width:100%;font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:.5rem;padding:.65rem .75rem;min-height:2.9rem}
fieldset{border:0;padding:0;margin:0 0 1rem}
legend{font-weight:600;margin-bottom:.35rem;padding:0}
.choice{display:flex;gap:.6rem;align-items:center;min-height:2.75rem}
.choice label{font-weight:400;margin:0}
.choice input{width:1.2rem;height:1.2rem;accent-color:var(--accent)}
button{font:inherit;font-weight:600;border-radius:.5rem;padding:.6rem 1.1rem;min-height:2.9rem;cursor:pointer;border:1px solid transparent}
button.primary{background:var(--accent);color:var(--on-accent)}
button.plain{background:transparent;color:var(--accent);border-color:var(--accent)}
button.danger{background:transparent;color:var(--danger);border-color:var(--danger)}
button.quiet{background:transparent;color:var(--soft);padding:.4rem .75rem}
.narrow button.primary{width:100%}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(17rem,100%),1fr));gap:1.25rem;padding:0;margin:1.5rem 0 0;list-style:none}
.grid .card{display:flex;flex-direction:column;padding:0;margin:0;overflow:hidden;height:100%}
.cover{display:block;background:var(--line)}
.cover img,.cover video{display:block;width:100%;height:auto;aspect-ratio:1;object-fit:contain}
.grid h2{font-size:1rem;margin:0 0 .15rem;overflow-wrap:anywhere}
.text{padding:1rem}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--accent);min-height:2rem;padding:.25rem 0}
.files{margin:.25rem 0 0;padding:0;list-style:none;font-size:.9rem}
.files a{display:inline-block;padding:.25rem 0}
pre{background:var(--ground);border:1px solid var(--line);border-radius:.5rem;padding:.75rem;overflow:auto;font-size:.8rem;max-width:44rem;white-space:pre-wrap;overflow-wrap:anywhere}
.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.25rem 1rem;padding:0;list-style:none;font:1rem/1.8 ui-monospace,monospace}
footer{padding:1.25rem 1rem;text-align:center;border-top:1px solid var(--line);font-size:.9rem}
footer a{color:var(--soft)}
@media (min-width:60rem){nav{order:0;width:auto}header{padding:.5rem 2rem}main{padding:2rem 2rem 4rem}main.narrow{padding-top:4rem}}
@media (prefers-reduced-motion:no-preference){button,nav a{transition:background-color .15s,color .15s}}
`.trim();

export const stylePath = `/style-${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;
