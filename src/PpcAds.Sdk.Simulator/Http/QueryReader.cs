using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace PpcAds.Sdk.Simulator.Http;

/// <summary>Reads a query strictly: what is not documented is an error.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private readonly HashSet<string> _known = [];

    /// <summary>The first thing that was wrong.</summary>
    public string? Problem { get; private set; }

    public string? Text(string name)
    {
        _known.Add(name);
        if (query[name].Count > 1)
        {
            Refuse($"{name} stands there more than once.");
        }

        return query.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    public int? Int(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        Refuse($"{name} '{text}' is no whole number.");
        return null;
    }

    /// <summary>Names with commas between them.</summary>
    public IReadOnlySet<string>? Names(string name, params string[] allowed)
    {
        string[]? values = Text(name)?.Split(',');
        if (values?.FirstOrDefault(value => !allowed.Contains(value)) is { } wrong)
        {
            Refuse($"{name} '{wrong}' is not supported. Allowed: {string.Join(", ", allowed)}.");
        }

        return values?.ToHashSet();
    }

    /// <summary>Ids with commas between them.</summary>
    public IReadOnlySet<long>? Ids(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var ids = new HashSet<long>();
        foreach (string part in text.Split(','))
        {
            if (long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
            {
                ids.Add(id);
            }
            else
            {
                Refuse($"{name} '{part}' is no id.");
            }
        }

        return ids;
    }

    /// <summary>All parameters but some, as they were sent, in an order of their own.</summary>
    public string Others(params string[] names) => string.Join(
        '&',
        query.Where(pair => !names.Contains(pair.Key)).Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));

    /// <summary>Refuses the parameters that were not read. Call it last.</summary>
    public void RefuseOthers()
    {
        if (query.Keys.FirstOrDefault(name => !_known.Contains(name)) is { } unknown)
        {
            Refuse($"There is no parameter '{unknown}'.");
        }
    }

    private void Refuse(string problem) => Problem ??= problem;
}
