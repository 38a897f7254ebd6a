import { type LocationQuery, useRoute } from 'vue-router'

/** Where names lead. What the address says of the screen itself stays. */
export function useLinks() {
  const route = useRoute()
  const to = (name: 'region' | 'wall', params: Readonly<Record<string, string>>) => ({
    name,
    params,
    query: route.query as LocationQuery,
  })
  return {
    region: (node: string) => to('region', { node }),
    wall: (hall: string) => to('wall', { hall }),
  }
}
