/** The headers under which both doors hand out the page. The policy is the same string in the window and in the browser. */
import type { PageFile } from './page-files.ts';

/**
 * Everything is refused that is not named. Scripts, fonts, workers and the socket come from the page's own origin alone.
 * Inline styles are the one concession: Monaco writes style attributes and style elements for each line it draws, and
 * the dialogs of the component libraries do the same. A style can neither run code nor, under this policy, reach a server.
 */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What every answer carries, a refusal as well. */
export const guardHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=(), browsing-topics=()',
};

export function pageHeaders(file: PageFile): Record<string, string> {
  return {
    ...guardHeaders,
    'content-type': file.type,
    // `no-cache` still keeps a copy but asks before it is used: a new build shows at once.
    'cache-control': file.hashed ? 'private, max-age=31536000, immutable' : 'no-cache',
  };
}
