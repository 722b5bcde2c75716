using PpcAds.Sdk.CatalogueGenerator;

// Writes the report types of the SDK from eng/catalogue/report-types.json: dotnet run --project eng/CatalogueGenerator
string root = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(root, "PpcAds.Sdk.sln")))
{
    root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PpcAds.Sdk.sln.");
}

IReadOnlyDictionary<string, string> files = CatalogueFiles.Write(await File.ReadAllTextAsync(Path.Combine(root, CatalogueFiles.Source)));
string folder = Path.Combine(root, CatalogueFiles.Folder);
foreach (string stale in Directory.GetFiles(folder, "*.g.cs").Where(file => !files.ContainsKey(Path.GetFileName(file))))
{
    File.Delete(stale);
}

foreach ((string name, string text) in files)
{
    await File.WriteAllTextAsync(Path.Combine(folder, name), text);
}

Console.WriteLine($"{files.Count} files in {CatalogueFiles.Folder}");
