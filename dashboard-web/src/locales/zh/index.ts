import alerts from './alerts'
import desk from './desk'
import emergency from './emergency'
import screen from './screen'
import wall from './wall'

export default { ...alerts, ...desk, ...emergency, ...screen, ...wall }
