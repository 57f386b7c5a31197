import { createContext, useContext } from 'react';
import { en } from '../catalogues/en';
import { Wording } from '../catalogues/wording';

const context = createContext(new Wording('en', en));

export const WithWording = context.Provider;

/** The words of the language that was chosen. */
export function useWording(): Wording {
  return useContext(context);
}
