import { officeAnswer, officePaths } from "./_office.ts";

export const getStaticPaths = () => officePaths(".docx");
export const GET = officeAnswer;
