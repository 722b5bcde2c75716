namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>The conditions of a statement, each added together with the parameters that it names.</summary>
internal sealed class SqlConditions
{
    private readonly List<string> _conditions = [];
    private readonly List<(string Name, object? Value)> _parameters = [];

    /// <summary>Gets the parameters of all conditions.</summary>
    public IReadOnlyList<(string Name, object? Value)> Parameters => _parameters;

    /// <summary>Adds a condition.</summary>
    public SqlConditions And(string condition, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        _conditions.Add(condition);
        _parameters.AddRange(parameters);
        return this;
    }

    /// <summary>Adds a condition that names one parameter, unless the parameter has no value.</summary>
    public SqlConditions AndIf(string condition, string name, object? value) =>
        value is null ? this : And(condition, (name, value));

    /// <summary>Adds a parameter of which only a condition needs to know the name.</summary>
    /// <returns>The name.</returns>
    public string Value(object value)
    {
        string name = $"@p{_parameters.Count}";
        _parameters.Add((name, value));
        return name;
    }

    /// <summary>Returns the conditions as the lines that follow <c>WHERE</c>.</summary>
    public override string ToString() => string.Join("\n  AND ", _conditions);
}
