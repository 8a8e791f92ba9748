import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'kiosk';
    resources: { kiosk: typeof en };
  }
}

/** The words of the pages, ready at once: the catalogues are in the bundle, nothing is fetched. */
export const catalogue = createInstance();

void catalogue.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'kiosk',
  ns: ['kiosk'],
  resources: { en: { kiosk: en } },
  initAsync: false,
  // React escapes what it shows; escaping twice would spoil O'Neil.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
