import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** `HALL_URL` names a running server for `npm run dev`; without it the scripted hall of the tests plays. */
const server = process.env.HALL_URL

export default defineConfig({
  plugins: [vue()],
  build: {
    // The server serves what stands under `static` on its class path.
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: server ? { proxy: { '/api': server, '/rsocket': { target: server, ws: true } } } : {},
  test: { include: ['src/**/*.test.ts', 'checks/**/*.test.ts', 'e2e/support/**/*.test.ts'], environment: 'node' },
})
