import type { Status } from '../stream/liveness'

/** Why a screen has nothing to show. */
export type Obstacle = 'connecting' | 'away' | 'missing' | 'notLoggedIn' | 'noRight'

/** `seen`: a picture has come. What was refused or is no more is not shown, even if it was seen. */
export function obstacleOf(status: Status, seen: boolean): Obstacle | undefined {
  if (status.state === 'refused') return status.status === 401 ? 'notLoggedIn' : 'noRight'
  if (status.state === 'missing') return 'missing'
  if (seen) return undefined
  return status.state === 'connecting' || status.state === 'live' ? 'connecting' : 'away'
}
