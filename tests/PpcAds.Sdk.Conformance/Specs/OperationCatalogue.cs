namespace PpcAds.Sdk.Conformance.Specs;

/// <summary>Every operation of the files in scope.</summary>
internal sealed class OperationCatalogue
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    public OperationCatalogue(IEnumerable<SpecDocument> documents)
    {
        Operations = [.. documents.SelectMany(Read)];
        string? twice = Operations.GroupBy(operation => operation.Id).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new InvalidOperationException($"Two operations are called {twice}.");
        }
    }

    public IReadOnlyList<SpecOperation> Operations { get; }

    public static OperationCatalogue Load(SpecFolder folder) => new(SpecSet.Load(folder));

    public SpecOperation ById(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The operation that a request is for, if one is declared.</summary>
    public SpecOperation? Find(string method, string path) => ForPath(path)
        .Where(operation => string.Equals(operation.Method, method, StringComparison.Ordinal))
        .MaxBy(operation => operation.Path.LiteralSegments);

    /// <summary>What is declared for a path with any method.</summary>
    public IEnumerable<SpecOperation> ForPath(string path) => Operations.Where(operation => operation.Path.TryMatch(path, out _));

    private static IEnumerable<SpecOperation> Read(SpecDocument document) =>
        from path in document.Root.GetProperty("paths").EnumerateObject()
        from member in path.Value.EnumerateObject()
        where Methods.Contains(member.Name)
        select new SpecOperation(document, member.Name.ToUpperInvariant(), path.Name, path.Value, member.Value);
}
