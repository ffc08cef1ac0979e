/** The script of the editors' side. Every page is complete without it. */
import { startCopy } from './copy.ts'

startCopy()
