import { createContext, useContext } from 'react';
import { Wording } from '../catalogues/wording';

const context = createContext(new Wording('en'));

export const WithWording = context.Provider;

/** The words of the language that was chosen. */
export function useWording(): Wording {
  return useContext(context);
}
