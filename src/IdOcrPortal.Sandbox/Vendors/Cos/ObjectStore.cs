namespace IdOcrPortal.Sandbox.Vendors.Cos;

/// <summary>A stored object.</summary>
internal sealed record StoredObject(byte[] Bytes, string ContentType);

/// <summary>The bucket, in memory: the oldest objects give way beyond 256 MiB.</summary>
internal sealed class ObjectStore
{
    private const long Capacity = 256L * 1024 * 1024;
    private readonly Lock gate = new();
    private readonly OrderedDictionary<string, StoredObject> objects = new(StringComparer.Ordinal);
    private long size;

    internal StoredObject? Find(string key)
    {
        lock (gate)
        {
            return objects.GetValueOrDefault(key);
        }
    }

    internal void Put(string key, StoredObject content)
    {
        lock (gate)
        {
            RemoveKept(key);
            objects.Add(key, content);
            size += content.Bytes.Length;
            while (size > Capacity)
            {
                RemoveKept(objects.GetAt(0).Key);
            }
        }
    }

    internal void Delete(string key)
    {
        lock (gate)
        {
            RemoveKept(key);
        }
    }

    private void RemoveKept(string key)
    {
        if (objects.Remove(key, out var old))
        {
            size -= old.Bytes.Length;
        }
    }
}
