import alerts from './alerts'
import desk from './desk'
import emergency from './emergency'
import region from './region'
import screen from './screen'
import wall from './wall'

export default { ...alerts, ...desk, ...emergency, ...region, ...screen, ...wall }
