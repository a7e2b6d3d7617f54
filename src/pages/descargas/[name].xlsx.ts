import { officeAnswer, officePaths } from "./_office.ts";

export const getStaticPaths = () => officePaths(".xlsx");
export const GET = officeAnswer;
