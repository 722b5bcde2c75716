namespace PpcAds.Sdk.Etl;

/// <summary>Where entities of one type are stored, and how: the one place that a sink, a reader and a model need.</summary>
public sealed class EntityTable<T> : EntityTable
    where T : class, IEntityRecord<T>
{
    private static readonly EntityColumn<T> RawJson = new(
        "raw_json", EntityColumnKind.Text, entity => (entity as EntityRecord)?.RawJson);

    /// <summary>The attributes, in the order of their columns; the last is what all have, <c>raw_json</c>.</summary>
    public required IReadOnlyList<EntityColumn<T>> Columns { get; init => field = [.. value, RawJson]; }

    /// <summary>Makes an entity of what is stored.</summary>
    public required Func<EntityValues, T> Read
    {
        get;
        init => field = values => WithRawJson(value(values), values.Text(RawJson.Name));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<EntityColumn> Attributes => Columns;

    /// <summary>The entity with its JSON.</summary>
    internal static T WithRawJson(T entity, string? json) =>
        json is not null && entity is EntityRecord record ? (T)(object)(record with { RawJson = json }) : entity;

    /// <summary>
    /// What is stored of a known entity after a load: the attributes of the load; after an export those that only lists know
    /// stay, and after either those that are permanent and absent.
    /// </summary>
    /// <param name="known">The entity as it is stored.</param>
    /// <param name="loaded">The entity of the list or export.</param>
    /// <param name="source">Which of the two.</param>
    public T Merge(T known, T loaded, EntitySource source)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(loaded);
        return source == EntitySource.Export || Columns.Any(column => column.IsPermanent && column.Get(loaded) is null)
            ? Read(new MergedValues<T>(this, known, loaded, source))
            : loaded;
    }
}
