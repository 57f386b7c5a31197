import { articlePage } from './article-page';
import { demoArticles } from './articles';
import { frontPage } from './front-page';
import { type Paper, paperPolicy } from './paper';
import { paperStyles } from './paper-styles';
import { pictures } from './pictures';

export interface PaperAnswer {
  status: 200 | 404;
  headers: Record<string, string>;
  body: string;
}

/** What the newspaper answers at a path. */
export function readNewspaper(paper: Paper, path: string): PaperAnswer {
  const article = Object.values(demoArticles).find(({ key }) => path === `/${key}`);
  if (article !== undefined) return answer(paper, 'text/html', articlePage(paper, article));
  if (path === '/') return answer(paper, 'text/html', frontPage(paper));
  if (path === '/paper.css') return answer(paper, 'text/css', paperStyles);
  const picture = pictures[path.slice(1)];
  if (picture !== undefined) return answer(paper, 'image/svg+xml', picture);
  return { ...answer(paper, 'text/plain', 'There is no such page in this newspaper.\n'), status: 404 };
}

function answer(paper: Paper, type: string, body: string): PaperAnswer {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': paperPolicy(paper),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cache-control': 'no-cache',
  };
  return { status: 200, headers, body };
}
