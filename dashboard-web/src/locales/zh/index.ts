import alerts from './alerts'
import board from './board'
import desk from './desk'
import emergency from './emergency'
import region from './region'
import screen from './screen'
import wall from './wall'

export default { ...alerts, ...board, ...desk, ...emergency, ...region, ...screen, ...wall }
