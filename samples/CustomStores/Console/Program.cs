using CustomStores.Console;

// The simulator into stores of our own: credentials in encrypted files, data as JSON lines; accounts and report jobs in SQLite.
if (args.Length != 1 || args[0] == "--help")
{
    await Console.Error.WriteLineAsync("Usage: CustomStores.Console FOLDER");
    return 2;
}

return await new Run(args[0]).ExecuteAsync();
