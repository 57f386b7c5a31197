import type { Language } from '../../preferences/preferences';

const en = {
  title: 'Team',
};

const de: typeof en = {
  title: 'Team',
};

export const texts: Record<Language, typeof en> = { en, de };
