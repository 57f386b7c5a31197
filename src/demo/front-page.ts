import { type DemoArticle, demoArticles } from './articles';
import { escapeHtml, type Paper, paperName, paperPage } from './paper';

export function frontPage(paper: Paper): string {
  const { nightTrain, harbourBath } = demoArticles;
  const main = `<h1 class="unseen">${paperName}, today</h1>
<div class="front">
${teaser(nightTrain)}
${teaser(harbourBath)}
</div>`;
  return paperPage(paper, { title: 'Today', path: '/', main });
}

function teaser(article: DemoArticle): string {
  return `<article>
<a class="picture" href="/${article.key}" tabindex="-1" aria-hidden="true"><img src="/${article.picture.file}" width="960" height="480" alt=""></a>
<p class="section">${escapeHtml(article.section)}</p>
<h2><a href="/${article.key}">${escapeHtml(article.headline)}</a></h2>
<p class="standfirst">${escapeHtml(article.standfirst)}</p>
<p class="facts"><span>${article.readingMinutes} minutes</span><a href="/${article.key}#conversation">Comments <span class="count" data-parley-count="${article.key}"></span></a></p>
</article>`;
}
