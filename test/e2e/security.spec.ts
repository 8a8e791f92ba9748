import { createSocket } from 'node:dgram';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { inMain } from '../support/inMain';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { logLines } from '../support/logLines';
import { checkIn, enterDateOfBirth, finish, heading, headings, press } from '../support/patient';

/* What a page that an attacker has taken over could try, tried (design §4, §9). One kiosk stands through all of it. */

const nobody = { dateOfBirth: '1950-02-03', letter: 'X', postcode: 'LS1 1AA' };
const address = 'reception-kiosk://kiosk/index.html';

/** What these tests keep in the page they attack from. */
interface Attacker {
  ports: MessagePort[];
  answers: unknown[];
}

test.describe('the kiosk page', () => {
  let kiosk: Kiosk;
  let page: Page;

  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T10:00'] });
    page = kiosk.page;
    // From the next load on, whatever the preload script hands to the page is the attacker's too.
    await page.addInitScript(() => {
      const attacker: Attacker = { ports: [], answers: [] };
      Object.assign(window, { attacker });
      window.addEventListener('message', (event) => {
        for (const port of event.ports) {
          attacker.ports.push(port);
          port.addEventListener('message', (message) => attacker.answers.push(message.data));
        }
      });
    });
    await page.reload();
    await expect(heading(page, headings.welcome)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());
  // Whatever was tried: the page is where it was, and the next patient is served.
  test.afterEach(async () => {
    expect(page.url()).toBe(address);
    expect(kiosk.app.windows()).toHaveLength(1);
    expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toMatch(headings.welcome);
  });

  const denied = (kind: string): number =>
    logLines(kiosk.log()).filter((line) => line.event === 'page.denied' && line.kind === kind).length;
  const refused = (): number => logLines(kiosk.log()).filter((line) => line.event === 'page.messageRefused').length;

  test('is a sandboxed process without rights, of an ordinary user', async () => {
    const { renderer, main, preferences } = await inMain(kiosk.app, ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('There is no window');
      const known = contents as typeof contents & { getLastWebPreferences(): Record<string, unknown> };
      return { renderer: contents.getOSProcessId(), main: process.pid, preferences: known.getLastWebPreferences() };
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    const renderingStatus = status(renderer);
    expect(renderingStatus['Seccomp']).toBe('2');
    expect(renderingStatus['NoNewPrivs']).toBe('1');
    expect(renderingStatus['CapEff']).toMatch(/^0+$/);
    for (const process of [renderer, main]) expect(status(process)['Uid']?.split('\t')[0]).not.toBe('0');
  });

  test('has nothing on its window that a bare window has not', async () => {
    const added = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const bare = new Set(Reflect.ownKeys(frame.contentWindow ?? {}));
      const own = Reflect.ownKeys(window).filter((name) => !bare.has(name));
      frame.remove();
      return own.map(String).filter((name) => name !== 'attacker' && name !== '0');
    });
    // The page's own libraries keep their settings there; these are data of the page and lead nowhere.
    const ofLibraries = /^__zod_global(Config|Registry)$|^Symbol\(__@orpc\//;
    expect(added.filter((name) => !ofLibraries.test(name))).toEqual([]);
    const reachable = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', 'global'].filter((name) => name in window),
    );
    expect(reachable).toEqual([]);
  });

  test('is given one port for each load, however often it asks', async () => {
    const handed = await page.evaluate(async () => {
      for (let time = 0; time < 5; time += 1) window.postMessage('reception-kiosk:ready', location.origin);
      // Behind the answer to a call on the first port, every other answer of main has come too.
      const { attacker } = window as unknown as { attacker: Attacker };
      const before = attacker.answers.length;
      attacker.ports[0]?.postMessage(JSON.stringify({ i: 'one', p: { u: '/page/alive', b: { json: {} } } }));
      for (let time = 0; time < 200 && attacker.answers.length === before; time += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return { ports: attacker.ports.length, answers: attacker.answers.length - before };
    });
    expect(handed).toEqual({ ports: 1, answers: 1 });
  });

  test('cannot name a procedure outside its contract, nor bend one inside it', async () => {
    const { attempts, answers } = await page.evaluate(async () => {
      const { attacker } = window as unknown as { attacker: Attacker };
      const claim = { by: 'letter', dateOfBirth: '1950-02-03', letter: 'X' };
      const calls: [string, unknown][] = [
        ...['/desk/list', '/staff/signIn', '/settings/set', '/checkIn', '/__proto__', '/constructor', '/toString'].map(
          (path): [string, unknown] => [path, {}],
        ),
        ['/checkIn/claim', { ...claim, letter: '%' }],
        ['/checkIn/claim', { ...claim, isStaff: true }],
        ['/checkIn/claim', []],
        ['/checkIn/dispute', { handle: '*' }],
        ['/help/call', { known: true }],
      ];
      const port = attacker.ports[0];
      for (const [index, [path, json]] of calls.entries()) {
        port?.postMessage(JSON.stringify({ i: `try${String(index)}`, p: { u: path, b: { json } } }));
      }
      for (const nonsense of ['', '{', 'null', 7, { i: 'x' }, new Uint8Array(3)]) port?.postMessage(nonsense);
      const isDone = () =>
        calls.every((_, index) => attacker.answers.some((text) => String(text).includes(`"try${String(index)}"`)));
      for (let time = 0; time < 300 && !isDone(); time += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      return {
        attempts: calls.length + 6,
        answers: calls.map((_, index) => {
          const text = attacker.answers.find((one) => String(one).includes(`"try${String(index)}"`));
          return (JSON.parse(String(text)) as { p: { s?: number } }).p.s ?? 200;
        }),
      };
    });
    expect(answers).toEqual([404, 404, 404, 404, 404, 404, 404, 400, 400, 400, 400, 400]);
    await expect.poll(refused).toBe(attempts);
    expect(logLines(kiosk.log()).filter((line) => ['help.called', 'checkIn.answered'].includes(line.event))).toEqual(
      [],
    );
    await checkIn(page, nobody);
    await finish(page);
  });

  test('gives no port to a frame of its own making', async () => {
    const handed = await page.evaluate(async () => {
      const ports: string[] = [];
      for (const make of [
        (frame: HTMLIFrameElement) => frame,
        (frame: HTMLIFrameElement) => Object.assign(frame, { src: 'about:blank' }),
        (frame: HTMLIFrameElement) => Object.assign(frame, { src: location.href }),
        (frame: HTMLIFrameElement) => Object.assign(frame, { src: 'data:text/html,<p>x</p>' }),
      ]) {
        const frame = document.body.appendChild(make(document.createElement('iframe')));
        const inner = frame.contentWindow;
        inner?.addEventListener('message', (event) => ports.push(...event.ports.map(() => 'frame')));
        inner?.postMessage('reception-kiosk:ready', '*');
        await new Promise((resolve) => setTimeout(resolve, 200));
        frame.remove();
      }
      try {
        document.createElement('iframe').srcdoc = '<p>x</p>';
        ports.push('srcdoc');
      } catch {
        // Trusted types refuse it.
      }
      return [...ports, String((window as unknown as { attacker: Attacker }).attacker.ports.length)];
    });
    expect(handed).toEqual(['1']);
  });

  test('goes nowhere by link or script', async () => {
    for (const target of [
      'https://example.test/',
      'file:///etc/passwd',
      'data:text/html,x',
      'reception-kiosk://desk/',
      address,
    ]) {
      const before = denied('frameNavigation');
      await page.evaluate((to) => {
        Object.assign(window, { isStillHere: true });
        location.assign(to);
      }, target);
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement('a'), { href: to });
        document.body.append(link);
        link.click();
        link.remove();
      }, target);
      // Chromium itself refuses some of these before main is asked.
      if (!/^(file|data):/.test(target))
        await expect.poll(() => denied('frameNavigation'), target).toBeGreaterThan(before);
      expect(await page.evaluate(() => 'isStillHere' in window), target).toBe(true);
    }
  });

  test('goes nowhere by form, refresh, history or script address', async () => {
    await page.evaluate(async () => {
      Object.assign(window, { isStillHere: true });
      const form = Object.assign(document.createElement('form'), {
        action: 'https://example.test/',
        method: 'post',
      });
      document.body.append(form);
      form.submit();
      const refresh = Object.assign(document.createElement('meta'), {
        httpEquiv: 'refresh',
        content: '0;url=https://example.test/',
      });
      document.head.append(refresh);
      history.back();
      history.forward();
      const script = Object.assign(document.createElement('a'), { href: 'javascript:void(window.isRun=true)' });
      document.body.append(script);
      script.click();
      await new Promise((resolve) => setTimeout(resolve, 500));
      for (const element of [form, refresh, script]) element.remove();
    });
    expect(await page.evaluate(() => ['isStillHere' in window, 'isRun' in window])).toEqual([true, false]);
  });

  test('is back at once from an empty page, which nobody is asked about', async () => {
    await page.evaluate(() => {
      location.assign('about:blank');
    });
    await page.waitForURL(address);
    await expect(heading(page, headings.welcome)).toBeVisible();
    await checkIn(page, nobody);
    await finish(page);
  });

  test('opens no window', async () => {
    const before = denied('newWindow');
    const opened = await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.test/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
      return [window.open('https://example.test/'), window.open('about:blank'), window.open(location.href)];
    });
    expect(opened).toEqual([null, null, null]);
    await expect.poll(() => denied('newWindow')).toBe(before + 4);
  });

  test('saves no file', async () => {
    await page.evaluate(() => {
      for (const href of [URL.createObjectURL(new Blob(['x'])), 'data:text/plain,x', location.href]) {
        const link = Object.assign(document.createElement('a'), { href, download: 'x.txt' });
        document.body.append(link);
        link.click();
        link.remove();
      }
    });
    await expect.poll(() => denied('download')).toBe(3);
  });

  test('has no permission for any device or power', async () => {
    const outcomes = await page.evaluate(async () => {
      // Newer or rarer than the type library: all of it is reached by name.
      const browser = navigator as unknown as Record<string, Record<string, (options?: unknown) => Promise<unknown>>>;
      const asks: Record<string, () => unknown> = {
        camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
        microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
        display: () => navigator.mediaDevices.getDisplayMedia(),
        geolocation: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        notifications: async () => {
          if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
        },
        clipboardRead: () => navigator.clipboard.readText(),
        fullscreen: () => document.documentElement.requestFullscreen(),
        pointerLock: () => document.documentElement.requestPointerLock(),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        usb: () => browser['usb']?.['requestDevice']?.({ filters: [] }),
        hid: async () => {
          const devices = await browser['hid']?.['requestDevice']?.({ filters: [] });
          if (!Array.isArray(devices) || devices.length === 0) throw new Error('none');
        },
        serial: () => browser['serial']?.['requestPort']?.(),
        bluetooth: () => browser['bluetooth']?.['requestDevice']?.({ acceptAllDevices: true }) ?? Promise.reject(),
        wakeLock: () => navigator.wakeLock.request('screen'),
        files: () => (window as unknown as { showOpenFilePicker(): unknown }).showOpenFilePicker(),
        fonts: async () => {
          const found = await (window as unknown as { queryLocalFonts(): Promise<unknown[]> }).queryLocalFonts();
          if (found.length === 0) throw new Error('none');
        },
        screens: () => (window as unknown as { getScreenDetails(): unknown }).getScreenDetails(),
        keyboardLock: () => browser['keyboard']?.['lock']?.(),
      };
      const results: Record<string, string> = {};
      for (const [name, ask] of Object.entries(asks)) {
        const late = new Promise((resolve) => setTimeout(() => resolve('late'), 3_000));
        results[name] = await Promise.race([
          Promise.resolve()
            .then(ask)
            .then(() => 'given'),
          late,
        ]).then(String, () => 'refused');
      }
      return results;
    });
    // Chromium leaves a refused full screen without an answer.
    expect({ ...outcomes, fullscreen: 'refused' }).toEqual(
      Object.fromEntries(Object.keys(outcomes).map((name) => [name, 'refused'])),
    );
    expect(outcomes['fullscreen']).not.toBe('given');
    expect(logLines(kiosk.log()).some((line) => line.kind?.startsWith('permission:'))).toBe(true);
  });

  test('reaches nothing over the network', async () => {
    const contacts: string[] = [];
    const tcp = createServer((socket) => {
      contacts.push('tcp');
      socket.destroy();
    });
    const udp = createSocket('udp4', () => contacts.push('udp'));
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const ports = { tcp: (tcp.address() as AddressInfo).port, udp: udp.address().port };
    const outcomes = await page.evaluate(async ({ tcp: port, udp: datagrams }) => {
      const url = `http://127.0.0.1:${String(port)}/`;
      const load = (element: HTMLElement, where: ParentNode = document.body): Promise<string> =>
        new Promise((resolve) => {
          element.addEventListener('load', () => resolve('loaded'));
          element.addEventListener('error', () => resolve('failed'));
          setTimeout(() => resolve('failed'), 1_000);
          where.append(element);
        });
      const request = new XMLHttpRequest();
      const results = await Promise.all([
        fetch(url).then(
          () => 'loaded',
          () => 'failed',
        ),
        new Promise((resolve) => {
          request.addEventListener('load', () => resolve('loaded'));
          request.addEventListener('error', () => resolve('failed'));
          request.open('GET', url);
          request.send();
        }),
        new Promise((resolve) => {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.addEventListener('open', () => resolve('loaded'));
          socket.addEventListener('error', () => resolve('failed'));
        }),
        load(Object.assign(new Image(), { src: url })),
        load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }), document.head),
        load(Object.assign(document.createElement('link'), { rel: 'preload', as: 'font', href: url }), document.head),
        load(Object.assign(document.createElement('link'), { rel: 'preconnect', href: url }), document.head),
        load(Object.assign(document.createElement('iframe'), { src: url })),
      ]);
      navigator.sendBeacon(url, 'x');
      const source = new EventSource(url);
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${String(datagrams)}` },
          { urls: `turn:127.0.0.1:${String(port)}?transport=tcp`, username: 'u', credential: 'c' },
        ],
      });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      peer.close();
      source.close();
      for (const element of document.querySelectorAll('body > img, body > iframe, head > link[rel^=pre]'))
        element.remove();
      for (const element of document.querySelectorAll<HTMLLinkElement>(`head > link[href="${url}"]`)) element.remove();
      return results;
    }, ports);
    tcp.close();
    udp.close();
    // A frame that is blocked shows an error page of its own, which counts as loaded.
    expect(outcomes.slice(0, 6)).toEqual(['failed', 'failed', 'failed', 'failed', 'failed', 'failed']);
    expect(contacts).toEqual([]);
  });

  test('runs no script and no style but its own', async () => {
    const outcomes = await page.evaluate(async () => {
      const ran: string[] = [];
      Object.assign(window, { ran });
      // In a task of the page's own: what Playwright evaluates is let through.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          for (const run of [
            () => eval('1'),
            () => new Function('return 1')() as unknown,
            () => setTimeout('ran.push("timer")' as unknown as () => void),
          ]) {
            try {
              run();
              ran.push('evaluated');
            } catch {
              // Refused, as it should be; a timer's text is refused when its time has come.
            }
          }
          resolve();
        });
      });
      const refusals: string[] = [];
      const attempt = (name: string, work: () => void): void => {
        try {
          work();
        } catch {
          refusals.push(name);
        }
      };
      attempt('innerHTML', () => (document.body.innerHTML += '<img src=x onerror="ran.push(1)">'));
      attempt('scriptText', () => (document.createElement('script').text = 'ran.push(2)'));
      attempt('scriptAddress', () => (document.createElement('script').src = 'data:text/javascript,ran.push(3)'));
      attempt('worker', () => new Worker('data:text/javascript,1'));
      attempt('sharedWorker', () => new SharedWorker('data:text/javascript,1'));
      const style = document.head.appendChild(document.createElement('style'));
      style.append('body { outline: 7px solid red }');
      await new Promise((resolve) => setTimeout(resolve, 100));
      const outline = getComputedStyle(document.body).outlineWidth;
      style.remove();
      const worker = await navigator.serviceWorker?.register('sw.js').then(
        () => 'registered',
        () => 'refused',
      );
      return { ran, refusals, outline, worker: worker ?? 'refused' };
    });
    expect(outcomes.ran.filter((what) => what !== 'evaluated')).toEqual([]);
    expect(outcomes.ran.length).toBeLessThanOrEqual(1);
    expect(outcomes.refusals).toEqual(['innerHTML', 'scriptText', 'scriptAddress', 'worker', 'sharedWorker']);
    expect(outcomes.outline).not.toBe('7px');
    expect(outcomes.worker).toBe('refused');
  });

  test('is sent with a policy that allows only what it needs', async () => {
    const answer = await inMain(
      kiosk.app,
      async ({ BrowserWindow }, url) => {
        const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
        const response = await session?.fetch(url);
        return { status: response?.status, headers: Object.fromEntries(response?.headers.entries() ?? []) };
      },
      address,
    );
    expect(answer.status).toBe(200);
    const policy = (answer.headers['content-security-policy'] ?? '').split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  test('answers no key of the browser, and the keys of a patient', async () => {
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      window.addEventListener('keydown', (event) => seen.push(event.key));
    });
    const keys: [string, string[]][] = [
      ['F12', []],
      ['F5', []],
      ['F11', []],
      ['I', ['control', 'shift']],
      ['J', ['control', 'shift']],
      ['P', ['control']],
      ['R', ['control']],
      ['U', ['control']],
      ['S', ['control']],
      ['O', ['control']],
      ['N', ['control']],
      ['T', ['control']],
      ['Plus', ['control']],
      ['-', ['control']],
      ['0', ['control']],
      ['Left', ['alt']],
      ['Home', ['alt']],
    ];
    await inMain(
      kiosk.app,
      ({ BrowserWindow }, pressed) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.focus();
        for (const [keyCode, modifiers] of [...pressed, ['z', []] as [string, string[]]]) {
          for (const type of ['keyDown', 'keyUp'] as const) {
            contents?.sendInputEvent({ type, keyCode, modifiers: modifiers as 'control'[] });
          }
        }
      },
      keys,
    );
    await expect.poll(() => page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(['z']);
    const state = await inMain(kiosk.app, ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.webContents.openDevTools();
      return {
        zoom: window?.webContents.getZoomFactor(),
        isFullScreen: window?.isFullScreen(),
        hasDevTools: window?.webContents.isDevToolsOpened(),
      };
    });
    expect(state).toEqual({ zoom: 1, isFullScreen: false, hasDevTools: false });
  });

  test('answers no gesture of the browser', async () => {
    await page.evaluate(() => {
      const kept: Record<string, boolean> = {};
      Object.assign(window, { kept });
      for (const type of ['contextmenu', 'dragstart', 'dragover', 'drop', 'paste', 'copy', 'wheel']) {
        window.addEventListener(type, (event) => (kept[type] = event.defaultPrevented));
      }
    });
    const welcome = heading(page, headings.welcome);
    await welcome.click({ button: 'right' });
    await welcome.click({ clickCount: 3 });
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -400);
    await page.keyboard.up('Control');
    const found = await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
      for (const type of ['dragstart', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
      }
      for (const type of ['paste', 'copy']) {
        document.body.dispatchEvent(
          new ClipboardEvent(type, { bubbles: true, cancelable: true, clipboardData: files }),
        );
      }
      const { kept } = window as unknown as { kept: Record<string, boolean> };
      return { kept, selected: String(getSelection()), scale: visualViewport?.scale };
    });
    expect(found).toEqual({
      kept: { contextmenu: true, dragstart: true, dragover: true, drop: true, paste: true, copy: true, wheel: true },
      selected: '',
      scale: 1,
    });
  });

  test('keeps nothing behind a visit', async () => {
    await checkIn(page, nobody);
    await finish(page);
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
      title: document.title,
      history: history.state as unknown,
    }));
    expect(kept).toEqual({ local: 0, session: 0, databases: 0, cookies: '', title: 'Reception Kiosk', history: null });
  });
});

test('a full-screen kiosk does not close, and ends cleanly when the system asks', async () => {
  const kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T10:00', '--kiosk'] });
  try {
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
    const state = await inMain(kiosk.app, async ({ BrowserWindow, Menu }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.webContents.focus();
      for (const [keyCode, modifier] of [
        ['F4', 'alt'],
        ['W', 'control'],
        ['Q', 'control'],
      ] as const) {
        window?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: [modifier] });
      }
      window?.close();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return {
        isThere: window?.isDestroyed() === false,
        isKiosk: window?.isKiosk(),
        hasMenu: Menu.getApplicationMenu() !== null,
      };
    });
    expect(state).toEqual({ isThere: true, isKiosk: true, hasMenu: false });
    await press(kiosk.page, 'Check in for an appointment');
    await enterDateOfBirth(kiosk.page, nobody.dateOfBirth);
    const program = kiosk.app.process();
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(existsSync(`${kiosk.dataFolder}/kiosk.clean`)).toBe(true);
    expect(logLines(kiosk.log()).map(({ event }) => event)).toContain('app.stopping');
  } finally {
    await kiosk.close();
  }
});

/** What Linux says about a process. */
function status(process: number): Record<string, string> {
  const lines = readFileSync(`/proc/${String(process)}/status`, 'utf8')
    .trim()
    .split('\n');
  return Object.fromEntries(lines.map((line) => line.split(':\t') as [string, string]));
}
