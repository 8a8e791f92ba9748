/**
 * The script inside the downtime file, as text: plain JavaScript for any browser with WebCrypto, opened from a disk. It stands before what it
 * opens, so that a file that was cut off while it was copied says so. What was encrypted is taken apart by a parser that runs nothing.
 */
export const downtimeScript = `
'use strict';
document.addEventListener('DOMContentLoaded', () => {
  const form = document.querySelector('form');
  const input = document.getElementById('passphrase');
  const said = document.getElementById('said');
  const print = document.getElementById('print');
  const say = (name) => { if (said) said.textContent = said.dataset[name]; };
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  let sealed = null;
  try {
    sealed = JSON.parse(document.getElementById('sealed').textContent);
    for (const name of ['salt', 'iv', 'data']) sealed[name] = bytes(sealed[name]);
  } catch {
    sealed = null;
    say('damaged');
  }
  const open = async (passphrase) => {
    const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
    const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
    const stretch = { name: 'PBKDF2', hash: 'SHA-256', salt: sealed.salt, iterations: sealed.iterations };
    const key = await crypto.subtle.deriveKey(stretch, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data);
    return new DOMParser().parseFromString(new TextDecoder().decode(text), 'text/html');
  };
  const show = (page) => {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
    document.body.replaceChildren(...page.body.childNodes);
    document.querySelector('h1').after(print);
    document.querySelector('h1').focus();
  };
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sealed === null) return say('damaged');
    if (!window.crypto?.subtle) return say('tooold');
    say('opening');
    open(input.value).then(show, () => {
      say('wrong');
      input.select();
    });
  });
});
`;
