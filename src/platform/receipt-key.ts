import { type ReceiptKey, thumbprintOf } from '../report/receipt.ts';

const DATABASE = 'receipts';
const STORE = 'keys';
const KEY = 'own';

/** IndexedDB keeps the key itself, so it never leaves the browser. `storage` could only keep its bytes. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The key that signs receipts on this machine. It is made when first asked for. */
export async function receiptKey(): Promise<ReceiptKey> {
  const database = await open();
  const kept = await settle<CryptoKeyPair | undefined>(
    database.transaction(STORE).objectStore(STORE).get(KEY),
  );
  const pair = kept ?? (await make(database));
  return { privateKey: pair.privateKey, publicJwk: await crypto.subtle.exportKey('jwk', pair.publicKey) };
}

/** The key's thumbprint (RFC 7638), which shows that a receipt was made here. Null where no key was made yet. */
export async function receiptThumbprint(): Promise<string | null> {
  const kept = await settle<CryptoKeyPair | undefined>(
    (await open()).transaction(STORE).objectStore(STORE).get(KEY),
  );
  return kept === undefined ? null : thumbprintOf(await crypto.subtle.exportKey('jwk', kept.publicKey));
}

async function make(database: IDBDatabase): Promise<CryptoKeyPair> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  await settle(database.transaction(STORE, 'readwrite').objectStore(STORE).put(pair, KEY));
  return pair;
}

/** Forgets the key. Receipts made with it can still be checked, but no further ones can be made with it. */
export const forgetReceiptKey = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => resolve();
  });
