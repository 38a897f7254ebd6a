import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/findBrowser.mjs'

const needed = ['HALL_URL', 'HALL_WALL_TOKEN', 'HALL_BOARD_TOKEN', 'HALL_DEVICE_TOKEN'] as const
const missing = needed.filter((name) => !process.env[name])
const real = missing.length === 0

// Workers read this file too; one telling is enough.
if (!process.env.PICTURES && !process.env.MEASURE && process.env.TEST_WORKER_INDEX === undefined) {
  if (!real) console.log(`Left out: tests against a running server (project "real"); not set: ${missing.join(', ')}.`)
  else if (!process.env.HALL_ADMIN_TOKEN)
    console.log('Left out: the desk against a running server; not set: HALL_ADMIN_TOKEN.')
  if (real && !process.env.HALL_RESTART_CMD)
    console.log('Left out: the restart of the server; not set: HALL_RESTART_CMD.')
}

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  fullyParallel: true,
  // What is measured has the machine for itself, and there is one real server.
  workers: process.env.MEASURE || real ? 1 : 2,
  retries: 0,
  reporter: 'line',
  timeout: 30_000,
  forbidOnly: true,
  use: {
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    launchOptions: {
      // What is measured is the browser that people have.
      executablePath: findBrowser({ whole: process.env.MEASURE !== undefined }) ?? 'chromium',
      args: [
        // The shell's letters as the whole browser draws them.
        '--font-render-hinting=slight',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run',
      ],
    },
  },
  projects: [
    { name: 'wall', testDir: 'e2e/wall' },
    { name: 'desk', testDir: 'e2e/desk' },
    { name: 'region', testDir: 'e2e/region' },
    { name: 'board', testDir: 'e2e/board' },
    ...(process.env.MEASURE ? [{ name: 'measure', testDir: 'e2e/measure' }] : []),
    ...(process.env.PICTURES ? [{ name: 'pictures', testDir: 'e2e/pictures' }] : []),
    ...(real
      ? [
          {
            name: 'real',
            testDir: 'e2e/real',
            testIgnore: process.env.HALL_ADMIN_TOKEN ? [] : ['**/desk.spec.ts'],
            use: { baseURL: process.env.HALL_URL as string },
            timeout: 180_000,
          },
        ]
      : []),
  ],
})
