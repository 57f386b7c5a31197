import { createTheme, type MantineColorSchemeManager, Modal, Popover } from '@mantine/core';

/** Calm: nothing slides or fades. The page itself never scrolls, so that nothing has to be locked. */
const atOnce = { transitionProps: { duration: 0 } };

export const theme = createTheme({
  primaryColor: 'teal',
  cursorType: 'pointer',
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { ...atOnce, lockScroll: false, centered: false, yOffset: '10dvh' } }),
    Popover: Popover.extend({ defaultProps: { ...atOnce, trapFocus: true, returnFocus: true, shadow: 'md' } }),
  },
});

/** The colours somebody chose are kept with their other preferences. */
export const nowhere: MantineColorSchemeManager = {
  get: (scheme) => scheme,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};
