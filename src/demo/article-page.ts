import type { DemoArticle, Passage } from './articles';
import { escapeHtml, type Paper, paperPage, siteKey } from './paper';

export function articlePage(paper: Paper, article: DemoArticle): string {
  const { picture } = article;
  const service = escapeHtml(paper.serviceUrl);
  const main = `<article class="story">
<header>
<p class="section">${escapeHtml(article.section)}</p>
<h1>${escapeHtml(article.headline)}</h1>
<p class="standfirst">${escapeHtml(article.standfirst)}</p>
<p class="facts"><span>${escapeHtml(article.byline)}</span><span>${article.readingMinutes} minutes</span><a href="#conversation">Comments <span class="count" data-parley-count="${article.key}"></span></a></p>
</header>
<figure>
<img src="/${picture.file}" width="960" height="480" alt="${escapeHtml(picture.description)}">
<figcaption>${escapeHtml(picture.caption)}</figcaption>
</figure>
<div class="text">
${article.body.map(passage).join('\n')}
</div>
</article>
<section class="conversation" id="conversation" aria-label="Conversation">
<noscript><p><a href="${service}/sites/${siteKey}/threads/${article.key}/comments.html">Read the comments</a></p></noscript>
<div data-parley-thread="${article.key}"></div>
<script async src="${service}/embed.js"></script>
</section>`;
  return paperPage(paper, { title: article.headline, path: `/${article.key}`, main });
}

function passage(given: Passage): string {
  if ('heading' in given) return `<h2>${escapeHtml(given.heading)}</h2>`;
  if ('quote' in given) return `<blockquote><p>${escapeHtml(given.quote)}</p></blockquote>`;
  return `<p>${escapeHtml(given.paragraph)}</p>`;
}
