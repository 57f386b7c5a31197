const windows = Array.from(
  { length: 4 },
  (_, carriage) =>
    `<rect x="${196 + carriage * 134}" y="268" width="126" height="44" rx="7" fill="#24405c"/>${Array.from({ length: 5 }, (_, pane) => `<rect x="${205 + carriage * 134 + pane * 23}" y="277" width="16" height="16" rx="2" fill="#ffd98a"/>`).join('')}`,
).join('');

const piers = Array.from({ length: 9 }, (_, pier) => `<rect x="${40 + pier * 112}" y="326" width="14" height="70" fill="#101f30"/>`).join(
  '',
);

const stars = [
  [70, 60],
  [150, 120],
  [250, 44],
  [330, 150],
  [430, 80],
  [520, 130],
  [590, 40],
  [680, 110],
  [890, 70],
  [840, 170],
]
  .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.8" fill="#dbe7f2"/>`)
  .join('');

const nightTrain = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 480">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#0d1b2e"/><stop offset="1" stop-color="#2d4a63"/></linearGradient>
<linearGradient id="sea" x2="0" y2="1"><stop stop-color="#1d3850"/><stop offset="1" stop-color="#0b1826"/></linearGradient>
<rect width="960" height="480" fill="url(#sky)"/>${stars}
<path d="M778 50 A46 46 0 1 1 732 118 A42 42 0 0 0 778 50Z" fill="#f4ecd2"/>
<path d="M0 330 Q120 262 260 300 T520 290 T760 304 T960 276 V396 H0Z" fill="#14283c"/>
<rect y="372" width="960" height="108" fill="url(#sea)"/>
${piers}<rect y="312" width="960" height="16" fill="#0c1826"/>
${windows}<path d="M732 312 V276 q0-8 8-8 h58 q30 6 40 44Z" fill="#b4473a"/><rect x="786" y="278" width="22" height="14" rx="2" fill="#ffe9b8"/>
<path d="M838 306 L960 286 V330 L838 312Z" fill="#ffe9b8" opacity=".35"/>
<g fill="#ffd98a" opacity=".5"><rect x="214" y="398" width="90" height="3"/><rect x="346" y="410" width="96" height="3"/><rect x="482" y="400" width="88" height="3"/><rect x="612" y="414" width="92" height="3"/><rect x="240" y="430" width="70" height="2"/><rect x="520" y="438" width="80" height="2"/></g>
<g><rect x="112" y="412" width="6" height="22" fill="#b4473a"/><circle cx="115" cy="408" r="4" fill="#ff9d7a"/><rect x="880" y="424" width="6" height="26" fill="#3d7f6b"/><circle cx="883" cy="420" r="4" fill="#a6f0cf"/></g>
</svg>`;

const boards = Array.from(
  { length: 16 },
  (_, board) => `<rect x="${250 + board * 30}" y="318" width="27" height="12" fill="#8a5a3c"/>`,
).join('');

const harbourBath = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 480">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#f6d7a8"/><stop offset="1" stop-color="#f3a97d"/></linearGradient>
<linearGradient id="sea" x2="0" y2="1"><stop stop-color="#4f8fa0"/><stop offset="1" stop-color="#1f5566"/></linearGradient>
<rect width="960" height="480" fill="url(#sky)"/><circle cx="700" cy="232" r="58" fill="#fff1cf"/>
<path d="M0 252 q70-34 150-14 t170-4 v46 H0Z" fill="#a5705a"/><path d="M60 240 h26 v-40 h8 v-22 h8 v22 h8 v40Z" fill="#8c5a49"/>
<rect y="268" width="960" height="212" fill="url(#sea)"/>
<g fill="#ffe9c2" opacity=".6"><rect x="640" y="282" width="120" height="4"/><rect x="660" y="298" width="84" height="3"/><rect x="676" y="312" width="50" height="3"/></g>
<g><path d="M150 262 h96 l-14 22 h-66Z" fill="#f7f1e6"/><path d="M196 258 V150 l52 100Z" fill="#fdf8ee"/><path d="M190 258 V170 l-40 82Z" fill="#e7d9c2"/></g>
<g fill="#5b3b28"><rect x="262" y="330" width="12" height="96"/><rect x="420" y="330" width="12" height="96"/><rect x="578" y="330" width="12" height="96"/><rect x="706" y="330" width="12" height="96"/></g>
${boards}<rect x="250" y="330" width="480" height="8" fill="#6d4630"/>
<g fill="#3f7f63"><rect x="300" y="236" width="64" height="82"/><rect x="372" y="236" width="64" height="82"/></g><path d="M292 236 l40-26 40 26Z M364 236 l40-26 40 26Z" fill="#2f5f4a"/><g fill="#2b5642"><rect x="322" y="258" width="22" height="60"/><rect x="394" y="258" width="22" height="60"/></g>
<g stroke="#f7f1e6" stroke-width="5" fill="none"><path d="M640 306 V410 M672 306 V410 M640 340 h32 M640 362 h32 M640 384 h32"/></g>
<g><rect x="716" y="246" width="6" height="72" fill="#5b3b28"/><path d="M706 262 h26 q-3 18-13 18 t-13-18Z" fill="#c99a2e"/></g>
<g stroke="#bfe0e4" stroke-width="3" opacity=".7" fill="none"><path d="M60 380 q20-10 40 0 t40 0"/><path d="M800 400 q20-10 40 0 t40 0"/><path d="M480 444 q20-10 40 0 t40 0"/></g>
</svg>`;

const emblem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b5563"/><path d="M6 25 V8 l10 11 L26 8 v17" fill="none" stroke="#fbfaf6" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/></svg>`;

/** The newspaper's drawings, by file name. */
export const pictures: Record<string, string> = {
  'night-train.svg': nightTrain,
  'harbour-bath.svg': harbourBath,
  'emblem.svg': emblem,
};
