// Finds a browser that can run the extension; on Debian and Ubuntu, as root, installs one. Used by start, test and e2e.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid, platform } from 'node:process';

/** The oldest versions that have all it takes: native Ed25519 and what the manifest asks for. */
const KINDS = {
  chromium: {
    name: 'Chrome, Chromium or Edge',
    oldest: 137,
    variable: 'CHROME_PATH',
    package: 'chromium',
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
    ],
    applications: [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    programs: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
    help: {
      darwin: 'brew install --cask chromium      (or install Chrome from https://www.google.com/chrome/)',
      win32: 'winget install Google.Chrome',
      linux:
        'install the package "chromium" of your distribution, or Chrome from https://www.google.com/chrome/',
    },
  },
  firefox: {
    name: 'Firefox',
    oldest: 142,
    variable: 'FIREFOX_PATH',
    package: 'firefox-esr',
    commands: ['firefox', 'firefox-esr'],
    applications: [
      'Firefox.app/Contents/MacOS/firefox',
      'Firefox Developer Edition.app/Contents/MacOS/firefox',
    ],
    programs: ['Mozilla Firefox\\firefox.exe'],
    help: {
      darwin: 'brew install --cask firefox',
      win32: 'winget install Mozilla.Firefox',
      linux: 'install the package "firefox" or "firefox-esr" of your distribution',
    },
  },
};

/** Path of a browser of this kind (`chromium`, which Chrome and Edge are too, or `firefox`) that is new enough; null if there is none. */
export function findBrowser(kind) {
  return (
    candidates(KINDS[kind]).find((path) => existsSync(path) && isNewEnough(path, KINDS[kind].oldest)) ?? null
  );
}

/** The same, but installs it where that can be done without asking. Throws an Error whose message says what to do. */
export function ensureBrowser(kind) {
  const found = findBrowser(kind);
  if (found !== null) return found;
  if (isDebian() && getuid?.() === 0) {
    install(KINDS[kind].package);
    const installed = findBrowser(kind);
    if (installed !== null) return installed;
  }
  throw new Error(adviceFor([kind]));
}

/** What a person should do so that a browser of one of these kinds is found. */
export function adviceFor(kinds) {
  const lines = kinds.map((kind) => {
    const { name, oldest, variable, package: debian, help } = KINDS[kind];
    const how = isDebian() ? `sudo apt-get install ${debian}` : (help[platform] ?? help.linux);
    return `  ${name}, version ${oldest} or later:  ${how}\n  (or set ${variable} to where it is)`;
  });
  return `No browser found that can run the extension. Please install\n${lines.join('\nor\n')}`;
}

function candidates({ variable, commands, applications, programs }) {
  const named = env[variable] ? [env[variable]] : [];
  if (platform === 'darwin')
    return [
      ...named,
      ...['/Applications', join(env.HOME ?? '', 'Applications')].flatMap((folder) =>
        applications.map((each) => join(folder, each)),
      ),
    ];
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return [...named, ...folders.flatMap((folder) => programs.map((each) => join(folder, each)))];
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  return [...named, ...commands.flatMap((command) => folders.map((folder) => join(folder, command)))];
}

/** Windows programs do not print their version; there the browser itself refuses what is too new for it. */
function isNewEnough(path, oldest) {
  if (platform === 'win32') return true;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const major = Number(/(\d+)\.\d/.exec(stdout ?? '')?.[1] ?? 0);
  return major >= oldest;
}

function isDebian() {
  if (platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function install(name) {
  console.error(`installing ${name} …`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], options);
}
