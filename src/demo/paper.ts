/** What pages of the demo's newspaper need to know of where they are. */
export interface Paper {
  /** The newspaper's own origin. */
  origin: string;
  /** The address of the forum, another site than the newspaper's. */
  serviceUrl: string;
  today: Date;
}

export const paperName = 'The Merrow Courier';

/** The newspaper's site, as the forum knows it. */
export const siteKey = 'demo';

const characters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => characters[character] ?? character);
}

/** A page of the newspaper around its main part, which is HTML already. */
export function paperPage(paper: Paper, page: { title: string; path: string; main: string }): string {
  const date = paper.today.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)} · ${paperName}</title>
<meta property="og:title" content="${escapeHtml(page.title)}">
<link rel="canonical" href="${escapeHtml(paper.origin + page.path)}">
<link rel="icon" href="/emblem.svg">
<link rel="stylesheet" href="/paper.css">
</head>
<body>
<a class="skip" href="#main">Skip to the article</a>
<header class="masthead">
<a class="title" href="/">${paperName}</a>
<p><span>${date}</span><span>Harbour, town and coast</span></p>
</header>
<main id="main">
${page.main}
</main>
<footer><p>${paperName} is invented, as are the town and everybody in it. It shows how a conversation looks under an article.</p></footer>
<script async src="${escapeHtml(paper.serviceUrl)}/counts.js"></script>
</body>
</html>
`;
}

/** Nothing but the newspaper's own files, and the forum's scripts, numbers and frame. */
export function paperPolicy({ serviceUrl }: Paper): string {
  const { origin } = new URL(serviceUrl);
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `script-src ${serviceUrl}/embed.js ${serviceUrl}/counts.js`,
    `connect-src ${origin}`,
    `frame-src ${origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
