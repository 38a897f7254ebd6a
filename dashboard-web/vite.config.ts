import { readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const SCRIPTED_HALL_PORT = 5170

/** `HALL_URL` names a running server for `npm run dev`; without it the scripted hall of the tests plays. */
const server = process.env.HALL_URL ?? `http://127.0.0.1:${SCRIPTED_HALL_PORT}`

const scriptedHall: Plugin = {
  name: 'scripted-hall',
  apply: (_, { command, mode }) => command === 'serve' && mode !== 'test' && !process.env.HALL_URL,
  async configureServer(vite) {
    const { startDevHall } = await vite.ssrLoadModule('/e2e/support/devHall.ts')
    await startDevHall(SCRIPTED_HALL_PORT)
  },
}

/** The fonts' licence goes wherever the fonts go. */
const fontLicence: Plugin = {
  name: 'font-licence',
  generateBundle() {
    const source = readFileSync(new URL('src/ui/fonts/LICENSE-OFL.txt', import.meta.url))
    this.emitFile({ type: 'asset', fileName: 'assets/plex-LICENSE-OFL.txt', source })
  },
}

export default defineConfig({
  plugins: [vue(), fontLicence, scriptedHall],
  build: {
    // The server serves what stands under `static` on its class path.
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': server, '/rsocket': { target: server, ws: true } } },
  test: {
    include: ['src/**/*.test.ts', 'checks/**/*.test.ts', 'e2e/support/**/*.test.ts'],
    environment: 'node',
    reporters: 'dot',
  },
})
