namespace PpcAds.Sdk.AspNetCore.Tests.Attack;

/// <summary>An endpoint with all that a request can put into it: what the attacks go over.</summary>
internal sealed record AttackTarget(string Method, string Route)
{
    /// <summary>The parameters of the query.</summary>
    public string[] Query { get; init; } = [];

    /// <summary>Those without which every request is refused, as good ones.</summary>
    public string GoodQuery { get; init; } = "";

    /// <summary>The fields of the JSON body.</summary>
    public string[] Fields { get; init; } = [];

    /// <summary>A body that is good, with every field; null for endpoints that read none.</summary>
    public string? Body { get; init; }

    /// <summary>Whether only who may see all accounts gets in.</summary>
    public bool IsForRoot { get; init; }

    /// <summary>The statuses of an endpoint that is in no OpenAPI document; else the endpoint's metadata has them.</summary>
    public int[] Statuses { get; init; } = [];

    public string Name => $"{Method} {Route}";

    public string User => IsForRoot ? "root" : "ada";

    public bool IsUnsafe => Method != "GET";

    public bool IsConnect => Route.StartsWith("/connect/", StringComparison.Ordinal);

    public bool HasId => Route.Contains('{', StringComparison.Ordinal);

    /// <summary>Whether an account or a run stands in the address.</summary>
    public bool IsOfAccount => HasId || Query.Contains("account_id");

    /// <summary>Whether it is a list with pages.</summary>
    public bool HasPages => Query.Contains("after");

    /// <summary>The address with these ids, as they stand here, and the parameters that it needs.</summary>
    public string PathOf(string account, string run)
    {
        string path = "/api/v1" + Route.Replace("{accountId}", account, StringComparison.Ordinal)
            .Replace("{runId}", run, StringComparison.Ordinal);
        string[] pairs = [.. Query.Contains("account_id") ? [$"account_id={account}"] : Array.Empty<string>(), GoodQuery];
        string query = string.Join('&', pairs.Where(pair => pair.Length > 0));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The address with one parameter, in place of the good one if there is one.</summary>
    public string PathOf(string account, string name, string escaped, string run = "1")
    {
        string[] parts = PathOf(account, run).Split('?');
        IEnumerable<string> others = (parts.Length > 1 ? parts[1].Split('&') : [])
            .Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal));
        return $"{parts[0]}?{string.Join('&', others.Append($"{name}={escaped}"))}";
    }

    public override string ToString() => Name;
}
