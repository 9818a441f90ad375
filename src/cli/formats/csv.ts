export { type CsvValue, csv } from '../../core/report/csv';
