// What other domains may use of draw.
export { lookUpSurveys, readSurveys, type SurveysRow } from './own-surveys'
