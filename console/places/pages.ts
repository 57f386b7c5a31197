import { screeningRules } from '../../contract/screening';

/** What the console knows of a page before it is loaded. */
export interface PageFacts {
  /** What is pressed after `g` to go there. */
  key: string;
  /** Who may use it on a site where they have one of these roles; an administrator may use all. */
  roles: readonly string[];
  /** It shows one thing of many by its own address. */
  hasItems?: true;
  /** It shows a part of itself by its own address: which there are. */
  parts?: readonly string[];
}

const deciding = ['moderator', 'editor'] as const;
const setting = ['editor'] as const;

/** In the order of the navigation. The first is where everybody begins. */
const pages = {
  held: { key: 'h', roles: deciding, parts: screeningRules },
  reported: { key: 'p', roles: deciding },
  search: { key: 's', roles: deciding },
  readers: { key: 'e', roles: deciding, hasItems: true },
  appeals: { key: 'o', roles: deciding },
  threads: { key: 'c', roles: deciding, hasItems: true },
  rules: { key: 'r', roles: deciding, hasItems: true },
  bulk: { key: 'b', roles: deciding },
  decisions: { key: 'd', roles: deciding },
  overview: { key: 'v', roles: deciding },
  settings: { key: 'i', roles: deciding },
  team: { key: 't', roles: setting },
} as const satisfies Record<string, PageFacts>;

export type PageName = keyof typeof pages;

export const pageNames = Object.keys(pages) as PageName[];

export function factsOf(page: PageName): PageFacts {
  return pages[page];
}

export function isPageName(name: string): name is PageName {
  return Object.hasOwn(pages, name);
}
