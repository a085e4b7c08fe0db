/** The process of one task: `node bench/task-process.ts NAME`, started by main.ts, which sends the input and gets the result. */
import type { TaskName } from './tasks/all.ts';
import { tasks } from './tasks/all.ts';
import type { Task, TaskInput } from './tasks/task.ts';

const name = process.argv[2] as TaskName;

process.once('message', (input: TaskInput) => {
  const run = async (): Promise<void> => {
    const task: Task = await tasks[name]();
    const result = await task(input);
    process.send!(result, () => {
      process.disconnect();
    });
  };
  run().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
