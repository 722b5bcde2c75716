using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PpcAds.Sdk.EntityFrameworkCore.Infrastructure;
using PpcAds.Sdk.EntityFrameworkCore.Relational.Model;
using PpcAds.Sdk.Etl;
using PpcAds.Sdk.Reading;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Entities;

/// <summary>
/// The rows of one type of entities, of a class or in a bag of values: what a row has is known by its columns, so that a further
/// type needs no change here.
/// </summary>
internal abstract class EntityRows
{
    public const string Account = "account_id";
    public const string Profile = "profile_id";
    public const string AdProduct = "ad_product";
    public const string State = "state";
    public const string Source = "source";
    public const string FirstSeenAt = "first_seen_at";
    public const string LastSeenAt = "last_seen_at";
    public const string ChangedAt = "changed_at";

    private readonly Dictionary<string, IProperty> _properties;

    protected EntityRows(IEntityType type, EntityTable table)
    {
        (Type, Table) = (type, table);
        StoreObjectIdentifier identifier = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        _properties = type.GetProperties().ToDictionary(property => AttributeOf(property.GetColumnName(identifier)!));
    }

    protected IEntityType Type { get; }

    protected EntityTable Table { get; }

    public static EntityRows Of(DbContext context, EntityTable table)
    {
        IEntityType type = context.Model.GetEntityTypes().Single(known => known.GetTableName() == table.Name);
        return (EntityRows)Activator.CreateInstance(typeof(EntityRows<>).MakeGenericType(type.ClrType), context, type, table)!;
    }

    /// <summary>Finds rows by their ids, tracked.</summary>
    public abstract Task<List<EntityEntry>> FindAsync(
        AccountId accountId, ProfileId? profileId, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Reads rows by their keys, after those of a page before, tracked.</summary>
    public abstract Task<List<EntityEntry>> ListAsync(
        EntityQuery query, IReadOnlyList<string>? after, int count, CancellationToken cancellationToken);

    /// <summary>Counts rows by ad product.</summary>
    public abstract Task<IReadOnlyList<EntityPresence>> CountAsync(PresenceQuery query, CancellationToken cancellationToken);

    public abstract Task<int> DeleteAsync(AccountId accountId, CancellationToken cancellationToken);

    /// <summary>Makes the entity of a row.</summary>
    public StoredEntity<T> Read<T>(EntityEntry row)
        where T : class, IEntityRecord<T> => new()
        {
            AccountId = new AccountId((long)Get(row, Account)!),
            ProfileId = new ProfileId((long)Get(row, Profile)!),
            Entity = T.Table.Read(new RowValues(this, row, Table.IdColumn)),
            Source = Get(row, Source) is string text ? EnumText.Parse<EntitySource>(text) : default,
            FirstSeenAt = (DateTimeOffset)Get(row, FirstSeenAt)!,
            LastSeenAt = (DateTimeOffset)Get(row, LastSeenAt)!,
            ChangedAt = (DateTimeOffset)Get(row, ChangedAt)!,
            Performance = (row.Entity as PpcPerformanceEntity) is { } sums ? SumsOf(sums) : null,
        };

    /// <summary>Writes an entity over its row, or adds one.</summary>
    /// <returns>The row, tracked.</returns>
    public EntityEntry Write<T>(EntityEntry? row, StoredEntity<T> stored)
        where T : class, IEntityRecord<T>
    {
        bool isNew = row is null;
        row ??= Create();
        if (isNew)
        {
            Set(row, Account, stored.AccountId.Value);
            Set(row, Profile, stored.ProfileId.Value);
            Set(row, Table.IdColumn, stored.Entity.EntityId);
        }

        foreach (EntityColumn<T> column in T.Table.Columns.Where(column => isNew || !column.IsKey))
        {
            Set(row, column.Name, column.Get(stored.Entity));
        }

        Set(row, Source, EnumText.Of(stored.Source));
        Set(row, FirstSeenAt, stored.FirstSeenAt);
        Set(row, LastSeenAt, stored.LastSeenAt);
        Set(row, ChangedAt, stored.ChangedAt);
        if (isNew)
        {
            row.State = Microsoft.EntityFrameworkCore.EntityState.Added;
        }

        return row;
    }

    /// <summary>A value as entities have it: enums as text.</summary>
    public object? Get(EntityEntry row, string column)
    {
        IProperty property = _properties[column];
        object? value = row.CurrentValues[property];
        return value is Enum ? property.GetTypeMapping().Converter!.ConvertToProvider(value) : value;
    }

    public long IdOf(EntityEntry row) => (long)Get(row, Table.IdColumn)!;

    /// <summary>A row that is not tracked yet.</summary>
    protected abstract EntityEntry Create();

    /// <summary>The property of a column.</summary>
    public string NameOf(string column) => _properties[column].Name;

    protected bool Has(string column) => _properties.ContainsKey(column);

    /// <summary>The name of what a column holds, which for an amount is the same in whatever unit it stands there.</summary>
    private static string AttributeOf(string column) =>
        column.EndsWith(RelationalTableDialect.MicrosSuffix, StringComparison.Ordinal)
            ? column[..^RelationalTableDialect.MicrosSuffix.Length]
            : column;

    private void Set(EntityEntry row, string column, object? value)
    {
        IProperty property = _properties[column];
        Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        row.CurrentValues[property] = value switch
        {
            string text when type.IsEnum => property.GetTypeMapping().Converter!.ConvertFromProvider(text),
            string text => StorableText.Clean(text),
            _ => value,
        };
    }

    private static PerformanceSummary? SumsOf(PpcPerformanceEntity row) => row is { PerformanceFrom: { } from, AsOf: { } asOf }
        ? new PerformanceSummary
        {
            From = from,
            AsOf = asOf,
            CurrencyCode = row.Currency,
            AttributionDays = row.AttributionDays,
            Total = new PerformanceSums(
                row.ImpressionsTotal ?? 0,
                row.ClicksTotal ?? 0,
                row.CostTotal ?? 0,
                row.SalesTotal ?? 0,
                row.OrdersTotal ?? 0,
                row.UnitsTotal ?? 0),
            Last30Days = new PerformanceSums(
                row.Impressions30d ?? 0,
                row.Clicks30d ?? 0,
                row.Cost30d ?? 0,
                row.Sales30d ?? 0,
                row.Orders30d ?? 0,
                row.Units30d ?? 0),
        }
        : null;
}
