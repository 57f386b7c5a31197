/** The newspaper's one style sheet. The conversation takes its link colour and its typeface from here. */
export const paperStyles = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf6;
  --ink: #1c1b19;
  --quiet: #5d5a53;
  --line: #d9d5ca;
  --accent: #0b5563;
  --serif: 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181a; --ink: #e9e6df; --quiet: #a5a299; --line: #34373a; --accent: #79c7d6; }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 var(--serif); overflow-wrap: break-word; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .06em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
img { display: block; width: 100%; height: auto; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--ink); color: var(--paper); font: 1rem var(--sans); }
.skip:focus { top: 1rem; }

.masthead { max-width: 70rem; margin: 0 auto; padding: 1.75rem 1.25rem 0; text-align: center; }
.masthead .title { color: inherit; font-size: clamp(2rem, 1.2rem + 4vw, 3.5rem); font-weight: 700; letter-spacing: -.02em; line-height: 1.1; text-decoration: none; }
.masthead p { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; margin: 1rem 0 0; padding: .45rem 0; border: solid var(--line); border-width: 1px 0; color: var(--quiet); font: .875rem/1.5 var(--sans); }

main { max-width: 70rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
.section { margin: 0 0 .5rem; color: var(--accent); font: 700 .8125rem/1.4 var(--sans); letter-spacing: .08em; text-transform: uppercase; }
h1, h2 { margin: 0; line-height: 1.16; letter-spacing: -.01em; text-wrap: balance; }
.standfirst { margin: .85rem 0 0; color: var(--quiet); font-size: 1.1875rem; line-height: 1.5; text-wrap: pretty; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; color: var(--quiet); font: .9375rem/1.5 var(--sans); }
.facts a { border-bottom: 1px solid; text-decoration: none; }
.count { display: inline-block; min-width: 2ch; font-variant-numeric: tabular-nums; }

.front { display: grid; gap: 2.5rem; }
.front .picture { display: block; margin-bottom: 1rem; }
.front h2 { font-size: 1.5rem; }
.front h2 a { color: inherit; text-decoration: none; }
.front h2 a:hover { text-decoration: underline; }
@media (min-width: 52rem) {
  .front { grid-template-columns: 1.9fr 1fr; gap: 3rem; }
  .front article + article { padding-left: 3rem; border-left: 1px solid var(--line); }
  .front article:first-child h2 { font-size: 2.5rem; }
}

.story > header, .story .text, .conversation { max-width: 40rem; margin-inline: auto; }
.story h1 { font-size: clamp(1.875rem, 1.4rem + 2vw, 2.625rem); }
figure { max-width: 60rem; margin: 2rem auto; }
figcaption { margin-top: .5rem; color: var(--quiet); font: .875rem/1.5 var(--sans); }
.text p { margin: 0 0 1.25rem; text-wrap: pretty; }
.text > p:first-child::first-letter { float: left; padding: .08em .1em 0 0; color: var(--accent); font-size: 3.4em; font-weight: 700; line-height: .8; }
.text h2 { margin: 2.25rem 0 .75rem; font-size: 1.375rem; }
blockquote { margin: 2rem 0; padding: .25rem 0 .25rem 1.5rem; border-left: 4px solid var(--accent); font-size: 1.4375rem; font-style: italic; line-height: 1.4; }
blockquote p { margin: 0; }
.conversation { margin-top: 3rem; padding-top: 1.5rem; border-top: 3px double var(--line); font-family: var(--sans); }
.conversation > div { min-height: 100vh; }

footer { max-width: 70rem; margin: 0 auto; padding: 1.25rem 1.25rem 3rem; border-top: 1px solid var(--line); color: var(--quiet); font: .875rem/1.6 var(--sans); }
footer p { margin: 0; }
@media print { .conversation, .skip { display: none; } }
`;
